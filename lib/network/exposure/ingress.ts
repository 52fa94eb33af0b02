import type { Exposed, Exposure, Intent, Route } from '../../application/exposure';
import { subdomainProblem } from '../../application/names';
import { annotationProblems } from './annotation-problems';
import { certificateOf, certificateProblem, type Issuer, issuerProblem } from './certificate';
import { ingressObject } from './ingress-object';

/** Annotations of an Ingress, with the controller's prefix. */
export type Annotations = Readonly<Record<string, string>>;

/** What an ingress controller is called, and how it spells what Ingress has no field for. */
export interface IngressAdapterProps {
  /** The IngressClass; there is no default, as the cluster's default class may change. */
  readonly class: string;
  /** Annotations of every Ingress. @default - none */
  readonly annotations?: Annotations;
  /** The cert-manager issuer of certificates. @default - none: each exposure says where its certificate comes from */
  readonly issuer?: Issuer;
  /**
   * Whether the controller has the certificates itself, as a cloud's load balancer can; no Secret is named.
   *
   * @default - false
   */
  readonly ownCertificates?: boolean;
  /**
   * Where the controller's pods run; network policies let them in.
   *
   * @default - the environment says it in `ingressFrom`
   */
  readonly from?: Exposure['from'];
  /** How the controller spells intents. @default - none can be expressed */
  readonly intents?: IngressIntents;
}

/** The annotations for an intent, by intent; an intent without a function can't be expressed. */
export interface IngressIntents {
  /** For the greatest request body, a quantity such as `20Mi`. @default - can't be expressed */
  readonly bodySize?: (size: string) => Annotations;
  /** For how long a request may take, in seconds. @default - can't be expressed */
  readonly timeout?: (seconds: number) => Annotations;
  /**
   * For whether HTTP is redirected to HTTPS; asked where there is TLS.
   *
   * @default - can't be expressed: the controller decides
   */
  readonly redirect?: (redirect: boolean) => Annotations;
  /** For the cookie that keeps a client on one pod. @default - can't be expressed */
  readonly sticky?: (cookie: string) => Annotations;
}

const MAPPED = ['bodySize', 'timeout', 'redirect', 'sticky'] as const;

/**
 * Exposes workloads with any ingress controller, as Ingress with portable fields and annotations of your own.
 * https://kubernetes.io/docs/concepts/services-networking/ingress/
 *
 * The community's ingress-nginx, with annotations that begin with `nginx.ingress.kubernetes.io/`, is retired: since March
 * 2026 nobody fixes its security holes. Use it no longer than a migration takes.
 * https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/
 */
export function ingress(props: IngressAdapterProps): Exposure {
  const portable: Intent[] = ['paths', 'tls', 'tls.secret', 'tls.issuer'];
  const mapped = MAPPED.filter((intent) => props.intents?.[intent]);
  const remedy = (intent: Intent) =>
    `say how '${props.class}' spells it in ingress({ intents: { ${intent} } }), or leave it out`;
  return {
    name: 'ingress',
    intents: [...portable, ...mapped],
    remedies: Object.fromEntries(MAPPED.map((intent) => [intent, remedy(intent)])),
    from: props.from,
    problems: (route) => problemsOf(route, props),
    render: (route) => render(route, props),
  };
}

function problemsOf(route: Route, props: IngressAdapterProps): readonly string[] {
  const { issuer, ownCertificates, intents } = props;
  const problems = [
    subdomainProblem('ingress: class', props.class),
    issuerProblem('ingress', issuer),
    issuer !== undefined && ownCertificates ? 'ingress: has an issuer and ownCertificates: remove one' : undefined,
    ownCertificates ? undefined : certificateProblem('ingress', route, issuer),
    route.redirect === false && route.tls !== false && !intents?.redirect
      ? `ingress can't express redirect (false), as '${props.class}' decides itself: say how it spells it in ingress({ intents: { redirect } }), or leave redirect out`
      : undefined,
    ...annotationProblems('ingress: annotations', props.annotations),
    ...annotationProblems('ingress: intents', intentAnnotations(route, props)),
  ];
  return problems.filter((problem) => problem !== undefined);
}

function render(route: Route, props: IngressAdapterProps): Exposed {
  const certificate =
    props.ownCertificates && typeof route.tls !== 'object' ? undefined : certificateOf(route, props.issuer);
  const annotations = { ...props.annotations, ...certificate?.annotations, ...intentAnnotations(route, props) };
  return {
    objects: [ingressObject(route, { name: route.name, class: props.class, annotations, secret: certificate?.secret })],
  };
}

function intentAnnotations(
  { bodySize, timeout, redirect = true, sticky, tls }: Route,
  props: IngressAdapterProps,
): Annotations {
  const { intents = {} } = props;
  return {
    ...(tls === false ? undefined : intents.redirect?.(redirect)),
    ...(bodySize === undefined ? undefined : intents.bodySize?.(bodySize)),
    ...(timeout === undefined ? undefined : intents.timeout?.(timeout)),
    ...(sticky === undefined ? undefined : intents.sticky?.(sticky.cookie)),
  };
}
