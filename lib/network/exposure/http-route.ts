import type { Route, RoutePath } from '../../application/exposure';
import type { KubernetesObject } from '../../manifest/kubernetes-object';
import { compact } from '../../synth/compact';

/** The Gateway, or one of its listeners, that a route attaches to. */
export interface ParentReference {
  readonly name: string;
  readonly namespace: string | undefined;
  /** The listener's name. `undefined` for every listener. */
  readonly sectionName: string | undefined;
}

/** An HTTPRoute to a workload, with a rule for each port. https://gateway-api.sigs.k8s.io/reference/spec/#httproute */
export function httpRoute(route: Route, parent: ParentReference): KubernetesObject {
  const timeouts = route.timeout === undefined ? undefined : { request: `${route.timeout}s` };
  const backends = new Map(route.paths.map((target) => [backendOf(target), target]));
  const rules = [...backends].map(([backend, { service, port }]) => ({
    matches: matches(route.paths.filter((target) => backendOf(target) === backend)),
    backendRefs: [{ name: service, port: port.number }],
    timeouts,
  }));
  return routeObject(route.name, route, parent, rules);
}

/** An HTTPRoute that redirects to HTTPS for good, for the same hosts and paths: others on the listener stay as they are. */
export function redirectRoute(route: Route, parent: ParentReference): KubernetesObject {
  const requestRedirect = { scheme: 'https', statusCode: 301 };
  return routeObject(`${route.name}-redirect`, route, parent, [
    { matches: matches(route.paths), filters: [{ type: 'RequestRedirect', requestRedirect }] },
  ]);
}

function routeObject(name: string, { hosts }: Route, parent: ParentReference, rules: object[]): KubernetesObject {
  return compact({
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name },
    spec: { parentRefs: [parent], hostnames: hosts, rules },
  });
}

function backendOf({ service, port }: RoutePath): string {
  return `${service}:${port.number}`;
}

function matches(paths: readonly RoutePath[]): object[] {
  return paths.map(({ path, match }) => ({ path: { type: match === 'Prefix' ? 'PathPrefix' : match, value: path } }));
}
