import { isFilter } from '../../manifest/references/gateway-references';
import { missingReferences } from '../missing-references';
import { ERROR, type Rule } from '../rule';

/** A Middleware that is named must be there. */
export const noMissingMiddleware: Rule = {
  id: 'no-missing-middleware',
  severity: ERROR,
  group: 'references',
  what: 'A Middleware that an Ingress or an IngressRoute names must be there, or be declared.',
  why: 'Traefik leaves out the whole route, and its requests are answered with 404.',
  remedy: 'add the Middleware, correct the name, or declare it in environment.external (--external Middleware/<name>)',
  link: 'https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/crd/http/middleware/',
  check: (resources, target) => missingReferences('Middleware', resources, target, (reference) => !isFilter(reference)),
};
