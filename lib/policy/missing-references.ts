import { nameOf, namespaceOf } from '../manifest/references/reference';
import { type MadeReference, ResourceIndex } from '../manifest/references/resource-index';
import { resolve } from '../manifest/references/resolve';
import { suggest } from '../manifest/schema/suggest';
import type { Resource } from '../manifest/resource';
import type { Target } from '../manifest/target';
import { mayBeCreated } from './operators';
import type { Violation } from './rule';

/** References to objects of a kind that are neither in the manifests nor declared to live outside. */
export function missingReferences(
  kind: string,
  resources: readonly Resource[],
  target: Target,
  concerns: (reference: MadeReference) => boolean = () => true,
): readonly Violation[] {
  const index = ResourceIndex.of(resources);
  const seen = new Map<Resource, Set<string>>();
  return index
    .referencesTo(kind)
    .filter((reference) => concerns(reference) && isMissing(reference, index, target))
    .filter(({ resource, container, namespace, name }) => {
      const names = seen.get(resource) ?? new Set<string>();
      seen.set(resource, names);
      return names.size < names.add(`${container}/${namespace}/${name}`).size;
    })
    .map((reference) => {
      const { resource, path, container } = reference;
      return { resource, path, container, message: describeMissing(reference, index) };
    });
}

/**
 * Whether a reference leads nowhere. What is in a namespace that the manifests know nothing of is not known either, nor
 * what an operator creates.
 */
export function isMissing(reference: MadeReference, index: ResourceIndex, target: Target): boolean {
  if (reference.optional || resolve(reference, index, target) || mayBeCreated(reference, index)) return false;
  const { namespace, resource } = reference;
  return namespace === '' || namespace === namespaceOf(resource) || index.knowsNamespace(namespace);
}

function describeMissing(reference: MadeReference, index: ResourceIndex): string {
  const { kind, name } = reference;
  const elsewhere = index.find({ ...reference, namespace: '' });
  const near = suggest(name, index.ofKind(kind, reference.group).filter(isIn(reference.namespace)).map(nameOf));
  const meant = near === undefined ? '' : `: did you mean '${near}'?`;
  const where = elsewhere ? `: namespace '${elsewhere.namespace}' has one` : meant;
  return `${kind} '${name}' is not there${where}`;
}

function isIn(namespace: string): (resource: Resource) => boolean {
  return (resource) => namespace === '' || namespaceOf(resource) === '' || namespaceOf(resource) === namespace;
}
