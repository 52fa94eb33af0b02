import { missingBackends } from '../backends';
import { ERROR, type Rule } from '../rule';

/** What the API server calls through a Service. */
const CALLERS: ReadonlySet<string> = new Set([
  'ValidatingWebhookConfiguration',
  'MutatingWebhookConfiguration',
  'CustomResourceDefinition',
  'APIService',
]);

/** A Service that the API server calls must be there, and have the port. */
export const webhookServiceExists: Rule = {
  id: 'webhook-service-exists',
  severity: ERROR,
  group: 'references',
  what: 'A webhook, the conversion of a CustomResourceDefinition or an APIService must lead to a Service, and to a port that the Service has, 443 unless it names another.',
  why: 'The API server refuses, in the whole cluster, what it cannot ask about or pass on; a webhook that may fail is passed over without a word.',
  remedy:
    'correct the name, the namespace or the port, or declare the Service in environment.external (--external Service/<name>)',
  link: 'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#service-reference',
  check: (resources, target) => missingBackends(resources, target, ({ object }) => CALLERS.has(object.kind)),
};
