import type { Exposed, Exposure, Intent, Route } from '../../application/exposure';
import { labelProblem, subdomainProblem } from '../../application/names';
import { httpRoute, redirectRoute } from './http-route';

/** How the Gateway API is set up in an environment. */
export interface GatewayProps {
  /** The Gateway that routes attach to; somebody else creates it. */
  readonly parent: GatewayParent;
  /** Where the Gateway's proxies run; network policies let them in. @default - the environment says it in `ingressFrom` */
  readonly from?: Exposure['from'];
}

/** A Gateway and its listeners. https://gateway-api.sigs.k8s.io/reference/spec/#parentreference */
export interface GatewayParent {
  /** The Gateway's name. */
  readonly name: string;
  /** The Gateway's namespace. @default - the application's */
  readonly namespace?: string;
  /** The name of its HTTPS listener, which holds the certificate. @default - routes attach to every listener */
  readonly section?: string;
  /** The name of its HTTP listener; with it, HTTP is redirected to HTTPS. @default - HTTP is left alone */
  readonly httpSection?: string;
}

/**
 * Exposes workloads with the Gateway API 1.0 or newer, as HTTPRoute. https://gateway-api.sigs.k8s.io/api-types/httproute/
 *
 * The listener holds the certificate: with cert-manager, annotate the Gateway. The redirect does not stand in the way of
 * ACME's http01 challenge, whose path is exact and so comes first. The API has fields neither for the size of a body nor,
 * in its standard channel, for sticky sessions; controllers have policies of their own for both.
 */
export function gateway(props: GatewayProps): Exposure {
  const parent = props.parent ?? {};
  const intents: Intent[] = ['paths', 'timeout'];
  if (parent.section !== undefined) intents.push('tls');
  if (parent.section !== undefined && parent.httpSection !== undefined) intents.push('redirect');
  return {
    name: 'gateway',
    intents,
    remedies: REMEDIES,
    from: props.from,
    problems: (route) => problemsOf(route, parent),
    render: (route) => render(route, parent),
  };
}

const POLICY = "the Gateway API has no field for it, so leave it out and use a policy of the Gateway's controller";
const CERTIFICATE = "the Gateway's listener holds the certificate, so configure it there and say tls: true";
const REMEDIES: Exposure['remedies'] = {
  tls: "name the Gateway's HTTPS listener in parent.section, as the route would attach to those without TLS too",
  'tls.secret': CERTIFICATE,
  'tls.issuer': CERTIFICATE,
  redirect: "name the Gateway's HTTPS listener in parent.section and its HTTP listener in parent.httpSection",
  bodySize: POLICY,
  sticky: POLICY,
};

function problemsOf(route: Route, { name, namespace, section, httpSection }: GatewayParent): string[] {
  const problems = [
    subdomainProblem('gateway: parent.name', name),
    namespace === undefined ? undefined : labelProblem('gateway: parent.namespace', namespace),
    section === undefined ? undefined : subdomainProblem('gateway: parent.section', section),
    httpSection === undefined ? undefined : subdomainProblem('gateway: parent.httpSection', httpSection),
    section !== undefined && section === httpSection
      ? `gateway: parent.section and parent.httpSection are both '${section}': name two listeners, or one of them`
      : undefined,
    route.tls === false && httpSection === undefined
      ? "gateway can't express tls (false): name the Gateway's HTTP listener in parent.httpSection, or leave tls out"
      : undefined,
    tooMany('hosts', route.hosts.length, 16),
    tooMany('paths', route.paths.length, 64),
  ];
  return problems.filter((problem) => problem !== undefined);
}

function tooMany(what: string, count: number, most: number): string | undefined {
  return count <= most ? undefined : `has ${count} ${what}, but an HTTPRoute takes ${most}: expose the rest separately`;
}

function render(route: Route, { name, namespace, section, httpSection }: GatewayParent): Exposed {
  const parent = (sectionName: string | undefined) => ({ name, namespace, sectionName });
  const serving = route.tls === false ? httpSection : (section ?? httpSection);
  const redirects = serving !== httpSection && httpSection !== undefined && (route.redirect ?? true);
  return {
    objects: [httpRoute(route, parent(serving)), ...(redirects ? [redirectRoute(route, parent(httpSection))] : [])],
  };
}
