import { missingBackends } from '../backends';
import { ERROR, type Rule } from '../rule';

/** An Ingress must lead to a Service, and to one of its ports. */
export const ingressBackendExists: Rule = {
  id: 'ingress-backend-exists',
  severity: ERROR,
  group: 'references',
  what: 'An Ingress must lead to a Service of its namespace, and to a port that the Service has.',
  why: 'The ingress controller answers such requests with an error, mostly 503.',
  remedy: 'correct the name or the port, or declare the Service in environment.external (--external Service/<name>)',
  link: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource',
  check: (resources, target) => missingBackends(resources, target, ({ object }) => object.kind === 'Ingress'),
};
