import { isRoute } from '../../manifest/references/gateway-references';
import { type MadeReference, ResourceIndex } from '../../manifest/references/resource-index';
import { missingBackends } from '../backends';
import { ERROR, type Rule, type Violation } from '../rule';

/** A route must lead to a Service, and to one of its ports. */
export const routeBackendExists: Rule = {
  id: 'route-backend-exists',
  severity: ERROR,
  group: 'references',
  what: 'A route of the Gateway API or an IngressRoute must lead to a Service, and to a port that the Service has.',
  why: 'The gateway answers such requests with 500 or 503.',
  remedy: 'correct the name or the port, or declare the Service in environment.external (--external Service/<name>)',
  link: 'https://gateway-api.sigs.k8s.io/guides/http-routing/',
  check: (resources, target) => [
    ...missingBackends(resources, target, (resource) => isRoute(resource) || resource.object.kind === 'IngressRoute'),
    ...ResourceIndex.of(resources).referencesTo('Service').flatMap(withoutPort),
  ],
};

/** The Gateway API takes no port by itself: its definition asks for one, in CEL. */
function withoutPort({ resource, group, name, path, port }: MadeReference): readonly Violation[] {
  const isBackend = isRoute(resource) && !path.startsWith('spec.parentRefs[');
  if (!isBackend || group !== '' || port !== undefined) return [];
  return [{ resource, path, message: `Service '${name}' is named without a port` }];
}
