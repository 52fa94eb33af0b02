import { GATEWAY } from '../../manifest/references/gateway-references';
import { groupOf } from '../../manifest/references/reference';
import { missingBackends } from '../backends';
import { ERROR, type Rule } from '../rule';

/** A BackendTLSPolicy must be about a Service, and about one of its ports. */
export const backendPolicyFindsService: Rule = {
  id: 'backend-policy-finds-service',
  severity: ERROR,
  group: 'references',
  what: 'A BackendTLSPolicy must name a Service, and as sectionName a port of it by name.',
  why: 'It does nothing: the gateway speaks without TLS to the Service that is meant.',
  remedy: 'correct the name or the port, or declare the Service in environment.external (--external Service/<name>)',
  link: 'https://gateway-api.sigs.k8s.io/api-types/backendtlspolicy/',
  check: (resources, target) =>
    missingBackends(
      resources,
      target,
      ({ object }) => object.kind === 'BackendTLSPolicy' && groupOf(object.apiVersion) === GATEWAY,
    ),
};
