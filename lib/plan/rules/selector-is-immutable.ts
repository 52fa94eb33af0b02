import { fieldAt } from '../../manifest/fields';
import { labelSelector, matches, type Selector } from '../../manifest/references/label-selector';
import { texts } from '../../manifest/references/workload-pods';
import { fieldsAt, isWithin } from '../fields/within';
import type { Change, Whole } from '../rule';
import { kindOf, newObject, newPod, oldObject, oldPod } from './common/change';
import { applyCommand, deleteCommand, namespaceWords, word } from './common/commands';
import { refusal } from './common/refusal';
import { described } from './common/words';

/** What is left behind when a workload is deleted without its pods. */
const CHILDREN: ReadonlyMap<string, string> = new Map([
  ['apps/Deployment', 'replicaset'],
  ['apps/ReplicaSet', 'pod'],
  ['apps/DaemonSet', 'pod'],
]);

/** A StatefulSet is another rule's matter, as its pods keep their names. */
export const selectorIsImmutable = refusal(
  {
    id: 'selector-is-immutable',
    what: 'The selector of a Deployment, ReplicaSet or DaemonSet can never change.',
    why: 'The API server refuses the update, whatever else is in it, and the old pods go on running as they are.',
    link: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#label-selector-updates',
    concerns: (change, { path, update }) => update && CHILDREN.has(kindOf(change)) && isWithin(path, 'spec.selector'),
  },
  (change, _objections, whole) => ({
    severity: 'error',
    path: 'spec.selector',
    message: `spec.selector is immutable: ${described(fieldsAt(change, 'spec.selector'), 'spec.selector')}`,
    remedy:
      'take the new label into the template only and keep the selector; else delete the workload, leave its pods ' +
      'running until the new ones are ready, and delete them then',
    risk: 'downtime',
    commands: commandsFor(change, whole),
  }),
);

function commandsFor(change: Change, whole: Whole): readonly string[] {
  const { namespace, kind, name } = change.id;
  const rest = leftBehind(change);
  return [
    deleteCommand(change.id, '--cascade=orphan'),
    applyCommand(change, whole),
    ...(kind === 'ReplicaSet'
      ? []
      : [`kubectl rollout status ${namespaceWords(namespace)}${word(`${kind.toLowerCase()}/${name}`)}`]),
    ...(rest === undefined
      ? []
      : [`kubectl delete ${namespaceWords(namespace)}${CHILDREN.get(kindOf(change))} -l ${word(rest)}`]),
  ];
}

/** A selector of the old pods that leaves the new ones alone; none where the new workload takes the old pods over. */
function leftBehind(change: Change): string | undefined {
  const [before, after] = [selectorOf(oldObject(change)), selectorOf(newObject(change))];
  const [old, young] = [texts(oldPod(change)?.labels), texts(newPod(change)?.labels)];
  if (!before || !after || before.expressions.length > 0 || matches(after, old)) return undefined;
  const apart = after.labels.find(([key, value]) => old[key] !== value);
  const words = before.labels.map(([key, value]) => `${key}=${value}`);
  if (!matches(before, young)) return words.join(',');
  return apart && [...words, `${apart[0]}!=${apart[1]}`].join(',');
}

function selectorOf(object: unknown): Selector | undefined {
  return labelSelector(fieldAt(object, 'spec', 'selector'));
}
