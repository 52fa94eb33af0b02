import { mapsAt, textAt } from '../../manifest/fields';
import type { Fields } from '../../manifest/fields';
import { fieldsAt, isWithin } from '../fields/within';
import type { Change, Remark, Whole } from '../rule';
import { isRejected, kindOf, newObject, oldObject } from './common/change';
import { claimNames, expansionOf, growth, replicasOf, storageOf } from './common/claims';
import { applyCommand, deleteCommand, namespaceWords, word } from './common/commands';
import { refusal } from './common/refusal';
import { described } from './common/words';

const TEMPLATES = 'spec.volumeClaimTemplates';

/** Other fields of a StatefulSet are another rule's matter; with this one, its remedy is theirs too. */
export const claimTemplateIsImmutable = refusal(
  {
    id: 'claim-template-is-immutable',
    what: 'The claim templates of a StatefulSet can never change, not even to grow.',
    why: 'The API server refuses the update, and claims that exist keep their size and class whatever the template says.',
    link: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#limitations',
    concerns: (change, { path, update }) =>
      update && kindOf(change) === 'apps/StatefulSet' && isRejected(change) && isWithin(path, TEMPLATES),
  },
  (change, _objections, whole) => {
    const pairs = changedTemplates(change);
    const sized = pairs.flatMap(([before, after]) => sizeRemark(change, whole, before, after));
    return sized.length > 0 ? sized : otherRemark(change, whole);
  },
);

type Pair = readonly [before: Fields, after: Fields];

function changedTemplates(change: Change): readonly Pair[] {
  const old = mapsAt(oldObject(change), 'spec', 'volumeClaimTemplates');
  return mapsAt(newObject(change), 'spec', 'volumeClaimTemplates').flatMap((after) => {
    const before = old.find((each) => nameIn(each) === nameIn(after));
    return before ? [[before, after] as const] : [];
  });
}

function nameIn(template: Fields): string {
  return textAt(template, 'metadata', 'name') ?? '';
}

function sizeRemark(change: Change, whole: Whole, before: Fields, after: Fields): readonly Remark[] {
  const way = growth(before, after);
  if (way === 'same') return [];
  const path = `${TEMPLATES}[${nameIn(after)}].spec.resources.requests.storage`;
  const sizes = `${storageOf(before)} → ${storageOf(after)}`;
  if (way === 'shrunk') {
    const message = `volumeClaimTemplates[${nameIn(after)}] ${sizes}: it is immutable, and a volume can't shrink`;
    const remedy = `keep ${storageOf(before)}; or make a new StatefulSet with the smaller volumes and copy the data over`;
    return [{ severity: 'error', path, message, remedy, risk: 'data-loss' }];
  }
  const expansion = expansionOf(before, whole);
  const words =
    typeof expansion === 'string' ? `; ${expansion}` : expansion ? '' : '; their StorageClass does not let them grow';
  const kept = `the claims that exist keep ${storageOf(before)}${words}`;
  const message = `volumeClaimTemplates[${nameIn(after)}] is immutable: ${sizes}; ${kept}`;
  if (expansion === false) {
    const remedy = 'set allowVolumeExpansion: true in the StorageClass, if its driver can do it, and apply that first';
    return [{ severity: 'error', path, message, remedy, commands: growCommands(change, whole, after) }];
  }
  const remedy = 'let each claim grow by itself, delete the StatefulSet without its pods, and apply it anew';
  return [{ severity: 'error', path, message, remedy, commands: growCommands(change, whole, after) }];
}

function growCommands(change: Change, whole: Whole, template: Fields): readonly string[] {
  const set = oldObject(change)!;
  const only = { ...set, spec: { ...(set.spec as Fields), volumeClaimTemplates: [template] } };
  const patch = JSON.stringify({ spec: { resources: { requests: { storage: storageOf(template) } } } });
  const names = claimNames(only, 0, Math.max(replicasOf(set), 0));
  const patchOf = (claim: string) =>
    `kubectl patch ${namespaceWords(change.id.namespace)}${claim} --type=merge -p '${patch}'`;
  return [...patches(names, patchOf), ...orphanCommands(change, whole)];
}

/** More than a few are a loop. */
function patches(names: readonly string[], patchOf: (claim: string) => string): readonly string[] {
  if (names.length <= 5) return names.map((name) => patchOf(word(`pvc/${name}`)));
  const stem = names[0]!.replace(/\d+$/, '');
  const [first, last] = [names[0]!, names.at(-1)!].map((name) => /\d+$/.exec(name)![0]);
  return [`for i in $(seq ${first} ${last}); do ${patchOf(`pvc/${stem}$i`)}; done`];
}

function otherRemark(change: Change, whole: Whole): Remark {
  const fields = fieldsAt(change, TEMPLATES);
  return {
    severity: 'error',
    path: TEMPLATES,
    message: `volumeClaimTemplates is immutable: ${described(fields, 'spec')}; claims that exist stay as they are`,
    remedy:
      'delete the StatefulSet without its pods and apply it anew: only claims that are made later follow the template',
    commands: orphanCommands(change, whole),
  };
}

/** The pods and claims stay while the StatefulSet is made anew. */
export function orphanCommands(change: Change, whole: Whole): readonly string[] {
  return [deleteCommand(change.id, '--cascade=orphan'), applyCommand(change, whole)];
}
