import { ResourceIndex } from '../../manifest/references/resource-index';
import { resolve } from '../../manifest/references/resolve';
import { type Rule, WARNING } from '../rule';

/** What platform teams provide for many. */
const KINDS = [
  'StorageClass',
  'PriorityClass',
  'RuntimeClass',
  'IngressClass',
  'GatewayClass',
  'Gateway',
  'ClusterIssuer',
  'Issuer',
  'ClusterSecretStore',
  'SecretStore',
  'SecretProviderClass',
];

/** Where the environment says which classes there are, others should not be used. */
export const platformObjectsAreDeclared: Rule = {
  id: 'platform-objects-are-declared',
  severity: WARNING,
  group: 'references',
  what: 'Where the environment declares classes, issuers, stores or Gateways of a kind, no others of that kind should be used.',
  why: 'The name is mistyped, or nobody provides it: claims stay Pending, pods are refused, routes are not served.',
  remedy: 'correct the name, or declare it in environment.external (--external <Kind>/<name>)',
  link: 'https://kubernetes.io/docs/concepts/cluster-administration/',
  check: (resources, target) => {
    const index = ResourceIndex.of(resources);
    return KINDS.flatMap((kind) => {
      const declared = target.external.filter((external) => external.kind === kind).map(({ name }) => `'${name}'`);
      if (declared.length === 0) return [];
      return index
        .referencesTo(kind)
        .filter((reference) => !reference.optional && !resolve(reference, index, target))
        .map(({ resource, path, name }) => {
          return { resource, path, message: `${kind} '${name}' is not declared (${declared.join(', ')})` };
        });
    });
  },
};
