import { oncePer } from '../once-per';
import type { ExternalReference, Target } from '../target';
import type { Reference } from './reference';
import type { ResourceIndex } from './resource-index';
import { wellKnown } from './well-known';

/** What is known of an object that is there. */
export interface Resolved {
  /** The keys of a ConfigMap or Secret. `undefined` where they are not known. */
  readonly keys: ReadonlySet<string> | undefined;
}

/** What a reference refers to: in the manifests, in every cluster, or declared to live outside; else `undefined`. */
export function resolve(reference: Reference, index: ResourceIndex, { external }: Target): Resolved | undefined {
  const declared = externalsOf(external)
    .get(reference.name)
    ?.filter((each) => declares(each, reference));
  if (declared && declared.length > 0) return { keys: declaredKeys(declared) };
  const provided = index.find(reference) ?? claimOfStatefulSet(reference, index);
  if (provided) return { keys: provided.keys() };
  return wellKnown(reference);
}

/** What is declared, by name. */
const externalsOf = oncePer((external: Target['external']): ReadonlyMap<string, readonly ExternalReference[]> => {
  const byName = new Map<string, ExternalReference[]>();
  for (const each of external) byName.set(each.name, [...(byName.get(each.name) ?? []), each]);
  return byName;
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
