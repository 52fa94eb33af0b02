import type { Exposed, Exposure, Route, RoutePath } from '../../application/exposure';
import { labelProblem, subdomainProblem } from '../../application/names';
import type { KubernetesObject } from '../../manifest/kubernetes-object';
import { compact } from '../../synth/compact';
import { type Certificate, certificateOf, certificateProblem, type Issuer, issuerProblem } from './certificate';
import { ingressObject } from './ingress-object';
import { quoted } from '../../application/quoted';
import { bodyLimit, httpsRedirect, serversTransport, stickyAnnotations, TRAEFIK } from './traefik-objects';

/** How Traefik is installed in an environment. */
export interface TraefikProps {
  /** The IngressClass. @default - 'traefik' */
  readonly class?: string;
  /** The cert-manager issuer of certificates. @default - none: each exposure says where its certificate comes from */
  readonly issuer?: Issuer;
  /** The names of Traefik's entry points. @default - { http: 'web', https: 'websecure' } */
  readonly entryPoints?: { readonly http?: string; readonly https?: string };
  /** The namespace that Traefik's pods run in; network policies let it in. @default - 'traefik' */
  readonly namespace?: string;
  /** Whether Traefik runs with `safeNaming`, an option since 3.8 that separates names by `_`. @default - false */
  readonly safeNaming?: boolean;
}

/**
 * Exposes workloads with Traefik 3, as Ingress with Traefik's annotations and CustomResourceDefinitions.
 * https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/ingress/
 *
 * - With TLS the Ingress is on the HTTPS entry point alone, and a second one on the HTTP entry point redirects. It does
 *   not stand in the way of ACME's http01 challenge: cert-manager's Ingress has a longer path and so comes first.
 * - `bodySize` buffers requests and responses, which a workload that streams can't live with.
 * - `timeout` counts from the end of the request to the beginning of the response.
 * - `sticky` and `timeout` are settings of the Service, so they count for all that is exposed of a workload.
 * - The prefix `/api` also leads `/apis` here unless Traefik runs with `strictPrefixMatching`.
 */
export function traefik(props: TraefikProps = {}): Exposure {
  const { entryPoints = {}, issuer, safeNaming = false } = props;
  const settings: Settings = {
    class: props.class ?? 'traefik',
    issuer,
    http: entryPoints.http ?? 'web',
    https: entryPoints.https ?? 'websecure',
    namespace: props.namespace ?? 'traefik',
    separator: safeNaming ? '_' : '-',
  };
  return {
    name: 'traefik',
    intents: ['paths', 'tls', 'tls.secret', 'tls.issuer', 'redirect', 'bodySize', 'timeout', 'sticky'],
    from: [{ namespace: settings.namespace }],
    problems: (route) => problemsOf(route, settings),
    render: (route) => render(route, settings),
  };
}

interface Settings {
  readonly class: string;
  readonly issuer: Issuer | undefined;
  readonly http: string;
  readonly https: string;
  readonly namespace: string;
  readonly separator: string;
}

function problemsOf(route: Route, { class: ingressClass, issuer, http, https, namespace }: Settings): string[] {
  const problems = [
    subdomainProblem('traefik: class', ingressClass),
    issuerProblem('traefik', issuer),
    entryPointProblem('http', http),
    entryPointProblem('https', https),
    labelProblem('traefik: namespace', namespace),
    certificateProblem('traefik', route, issuer),
    ...route.paths.map(escapeProblem),
  ];
  return problems.filter((problem) => problem !== undefined);
}

/** Traefik takes the escapes out of a request's path, but not out of the path that it is compared with. */
function escapeProblem({ path }: RoutePath): string | undefined {
  const [escape] = /%[0-9a-f]{2}/i.exec(path) ?? [];
  return (
    escape &&
    `traefik never matches path '${path}', as it decodes '${escape}' in requests: write a prefix that ends before it`
  );
}

function entryPointProblem(key: string, name: unknown): string | undefined {
  if (typeof name === 'string' && /^[^\s,]+$/.test(name)) return undefined;
  return `traefik: entryPoints.${key} is ${quoted(name)}: write the name of one entry point`;
}

function render(route: Route, settings: Settings): Exposed {
  const { name, bodySize, timeout } = route;
  const certificate = certificateOf(route, settings.issuer);
  const redirects = certificate !== undefined && (route.redirect ?? true);
  const objects = [
    bodySize === undefined ? undefined : bodyLimit(`${name}-body-size`, bodySize),
    redirects ? httpsRedirect(`${name}-redirect`) : undefined,
    timeout === undefined ? undefined : serversTransport(name, timeout),
    servingIngress(route, settings, certificate),
    redirects ? redirectIngress(route, settings) : undefined,
  ];
  const annotations = serviceAnnotations(route, settings, certificate !== undefined);
  return {
    objects: objects.filter((object) => object !== undefined),
    service: Object.keys(annotations).length > 0 ? { annotations } : undefined,
  };
}

function servingIngress(route: Route, settings: Settings, certificate: Certificate | undefined): KubernetesObject {
  const annotations = compact({
    ...certificate?.annotations,
    [`${TRAEFIK}router.entrypoints`]: certificate ? settings.https : settings.http,
    [`${TRAEFIK}router.middlewares`]: route.bodySize && reference(route, settings, `${route.name}-body-size`),
    [`${TRAEFIK}router.tls`]: certificate && 'true',
  }) as Readonly<Record<string, string>>;
  return ingressObject(route, { name: route.name, class: settings.class, annotations, secret: certificate?.secret });
}

function redirectIngress(route: Route, settings: Settings): KubernetesObject {
  const name = `${route.name}-redirect`;
  const annotations = {
    [`${TRAEFIK}router.entrypoints`]: settings.http,
    [`${TRAEFIK}router.middlewares`]: reference(route, settings, name),
  };
  return ingressObject(route, { name, class: settings.class, annotations });
}

function serviceAnnotations(route: Route, settings: Settings, secure: boolean): Record<string, string> {
  const { name, sticky, timeout } = route;
  const annotations: Record<string, string> = sticky ? stickyAnnotations(sticky.cookie, secure) : {};
  if (timeout === undefined) return annotations;
  return { [`${TRAEFIK}service.serverstransport`]: reference(route, settings, name), ...annotations };
}

/** How Traefik's annotations name an object of a CustomResourceDefinition. */
function reference({ namespace }: Route, { separator }: Settings, name: string): string {
  return `${namespace}${separator}${name}@kubernetescrd`;
}
