import { inVersion } from '../../manifest/defaults/in-version';
import type { KubernetesObject } from '../../manifest/kubernetes-object';
import type { Applied } from './applied';
import { withGenerated, withoutGenerated } from './generated-fields';
import { plain } from './json';
import type { Atom } from './owned/atom';
import { atomOf } from './owned/atom-of';
import { Check } from './owned/check';
import { fieldElement } from './owned/element';
import { FieldSet } from './owned/field-set';
import { fieldsOf } from './owned/fields-of';
import { merge } from './owned/merge';
import { without } from './owned/without';
import { settle } from './refusal';

/**
 * What `kubectl apply --server-side` makes of a changed manifest: the API server merges it into the live object, and
 * takes out what the manifest said last time and says no more. Defaults are nobody's, and stay
 * (https://kubernetes.io/docs/reference/using-api/server-side-apply/; `sigs.k8s.io/structured-merge-diff/v6/merge/update.go`).
 *
 * `stored` is the object as the server has it, in the manifest's version. It is taken for granted that nobody else applied
 * any field.
 */
export function serverSideApply(
  stored: KubernetesObject,
  lastApplied: KubernetesObject,
  manifest: KubernetesObject,
  kubernetes: string,
  definitions: readonly KubernetesObject[] = NO_DEFINITIONS,
): Applied {
  return settle(() => {
    const live = withGenerated(stored);
    const atom = atomOf(manifest, kubernetes, definitions);
    new Check(kubernetes).value(manifest, atom);
    new Check(kubernetes, true).value(live, atom);
    const merged = merge(live, manifest, atom);
    const last = fieldsOf(inVersion(lastApplied, manifest.apiVersion), atom).difference(IDENTITY);
    const object = plain(pruned(merged, last, fieldsOf(manifest, atom), atom)) as KubernetesObject;
    return { object: withoutGenerated(object, stored) };
  });
}

const NO_DEFINITIONS: readonly KubernetesObject[] = [];

/** What is nobody's, since it says which object it is. */
const IDENTITY = new FieldSet(
  new Set(['apiVersion', 'kind', 'metadata'].map(fieldElement)),
  new Map([[fieldElement('metadata'), new FieldSet(new Set(['name', 'namespace'].map(fieldElement)))]]),
);

/** The merged object without what was owned and is owned no more. */
function pruned(merged: unknown, last: FieldSet, owned: FieldSet, atom: Atom): unknown {
  const isAllKept = last.difference(owned).isEmpty;
  if (isAllKept) return merged;
  const before = last.withNamed(atom);
  const all = fieldsOf(merged, atom).withNamed(atom);
  const bare = fieldsOf(without(merged, before, atom), atom).withNamed(atom);
  const kept = without(merged, all.difference(bare.union(owned.withNamed(atom))), atom);
  const gone = all.difference(fieldsOf(kept, atom).withNamed(atom)).intersection(before);
  return without(merged, gone, atom);
}
