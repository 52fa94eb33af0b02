import { groupBy } from '../group-by';
import { oncePer } from '../once-per';
import type { ExternalReference, Target } from '../target';
import type { Reference } from './reference';
import type { ResourceIndex } from './resource-index';
import { wellKnown } from './well-known';

/** What is known of an object that is there. */
export interface Resolved {
  /** The keys of a ConfigMap or Secret. `undefined` where they are not known. */
  keys(): ReadonlySet<string> | undefined;
}

/** What a reference refers to: in the manifests, in every cluster, or declared to live outside; else `undefined`. */
export function resolve(reference: Reference, index: ResourceIndex, { external }: Target): Resolved | undefined {
  const declared = declaredAs(reference, external);
  if (declared.length > 0) return { keys: () => declaredKeys(declared) };
  return index.find(reference) ?? claimOfStatefulSet(reference, index) ?? wellKnown(reference);
}

/** The declarations that a reference means. */
function declaredAs(reference: Reference, external: Target['external']): readonly ExternalReference[] {
  const byNamespace = externalsOf(external).get(reference.name);
  if (!byNamespace) return NONE;
  const { namespace } = reference;
  if (namespace === '') return [...byNamespace.values()].flat().filter((each) => declares(each, reference));
  const [own, anywhere] = [byNamespace.get(namespace) ?? NONE, byNamespace.get(undefined) ?? NONE];
  return own.concat(anywhere).filter((each) => declares(each, reference));
}

const NONE: readonly ExternalReference[] = [];

/** What is declared, by name and namespace; of many namespaces each may have the same names. */
const externalsOf = oncePer((external: Target['external']) => {
  const byName = groupBy(external, ({ name }) => name);
  return new Map([...byName].map(([name, named]) => [name, groupBy(named, ({ namespace }) => namespace)]));
});

/** Whether a declaration is about what a reference refers to. */
export function declares(external: ExternalReference, { kind, namespace, name }: Reference): boolean {
  const anywhere = external.namespace === undefined || namespace === '' || external.namespace === namespace;
  return external.kind === kind && external.name === name && anywhere;
}

function declaredKeys(declared: readonly ExternalReference[]): ReadonlySet<string> | undefined {
  if (declared.some(({ keys }) => keys === undefined)) return undefined;
  return new Set(declared.flatMap(({ keys }) => keys ?? []));
}

/** A StatefulSet creates a claim for each pod, named by its number. */
function claimOfStatefulSet(reference: Reference, index: ResourceIndex) {
  if (reference.kind !== 'PersistentVolumeClaim' || !/-\d+$/.test(reference.name)) return undefined;
  return index.find({ ...reference, name: reference.name.replace(/-\d+$/, '-*') });
}
