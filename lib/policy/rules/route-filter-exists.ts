import { isFilter, isRoute } from '../../manifest/references/gateway-references';
import { ResourceIndex } from '../../manifest/references/resource-index';
import { missingReferences } from '../missing-references';
import { ERROR, type Rule } from '../rule';

/** What a route has its gateway do to requests must be there. */
export const routeFilterExists: Rule = {
  id: 'route-filter-exists',
  severity: ERROR,
  group: 'references',
  what: 'A filter that a route of the Gateway API names by extensionRef, such as a Middleware of Traefik, must be there, or be declared.',
  why: 'A gateway must not go on without the filter: it answers such requests with an error.',
  remedy: 'add the filter, correct the name, or declare it in environment.external (--external <Kind>/<name>)',
  link: 'https://gateway-api.sigs.k8s.io/reference/spec/#httproutefilter',
  check: (resources, target) => {
    const index = ResourceIndex.of(resources);
    const filters = resources.filter(isRoute).flatMap((route) => index.referencesOf(route).filter(isFilter));
    const kinds = [...new Set(filters.map(({ kind }) => kind))];
    return kinds.flatMap((kind) => missingReferences(kind, resources, target, isFilter));
  },
};
