import { type MadeReference, ResourceIndex } from '../../manifest/references/resource-index';
import { resolve } from '../../manifest/references/resolve';
import type { Target } from '../../manifest/target';
import { ERROR, type Rule, type Violation } from '../rule';

/** A key that is asked for must be in the ConfigMap or Secret. */
export const noMissingKey: Rule = {
  id: 'no-missing-key',
  severity: ERROR,
  group: 'references',
  what: 'A key that a pod or a gateway asks for must be in the ConfigMap or Secret.',
  why: 'The container does not start, or has an empty folder where it expects a file; a gateway refuses connections.',
  remedy:
    'correct the key or add it; the keys of what lives outside are declared in environment.external or Credentials',
  link: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/',
  check: (resources, target) => {
    const index = ResourceIndex.of(resources);
    return ['ConfigMap', 'Secret'].flatMap((kind) =>
      index.referencesTo(kind).flatMap((reference) => missingKeys(reference, index, target)),
    );
  },
};

function missingKeys(reference: MadeReference, index: ResourceIndex, target: Target): readonly Violation[] {
  const { resource, kind, name, keys, optional, container } = reference;
  if (optional || keys.length === 0) return [];
  const known = resolve(reference, index, target)?.keys();
  if (!known) return [];
  return keys
    .filter(({ value }) => !known.has(value))
    .map(({ value, path }) => ({
      resource,
      path,
      container,
      message: `${kind} '${name}' has no key '${value}' (it has ${[...known].toSorted().join(', ')})`,
    }));
}
