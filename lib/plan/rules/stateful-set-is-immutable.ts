import { fieldAt } from '../../manifest/fields';
import { labelSelector, matches } from '../../manifest/references/label-selector';
import { texts } from '../../manifest/references/workload-pods';
import { fieldsAt } from '../fields/within';
import type { Change } from '../rule';
import { claimTemplateIsImmutable, orphanCommands } from './claim-template-is-immutable';
import { kindOf, newObject, oldObject, oldPod } from './common/change';
import { replicasOf } from './common/claims';
import { namespaceWords, word } from './common/commands';
import { refusal } from './common/refusal';
import { described } from './common/words';

/** Names the fields, which the server does not. */
export const statefulSetIsImmutable = refusal(
  {
    id: 'stateful-set-is-immutable',
    what: 'Most fields of a StatefulSet can never change.',
    why:
      'The API server refuses the update, and its message names no field. Deleted without its pods, the StatefulSet can ' +
      'be made anew: pods and claims keep running, and belong to it again.',
    link: 'https://kubernetes.io/docs/tasks/run-application/delete-stateful-set/',
    concerns: (change, objection) =>
      objection.update &&
      kindOf(change) === 'apps/StatefulSet' &&
      objection.path.startsWith('spec') &&
      !objection.path.startsWith('spec.template') &&
      !claimTemplateIsImmutable.concerns(change, objection),
  },
  (change, objections, whole) => {
    const paths = [...new Set(objections.map(({ path }) => path))];
    const fields = paths.flatMap((path) => fieldsAt(change, path));
    const values = described([...new Set(fields)], 'spec');
    return {
      severity: 'error',
      path: paths[0],
      message: `a StatefulSet is immutable but for a few fields: ${values}`,
      remedy: isAdopting(change)
        ? 'delete the StatefulSet without its pods and apply it anew; the pods and their claims survive'
        : 'keep the selector; else delete the StatefulSet without its pods, apply it anew, and delete the old pods one by one',
      commands: [...orphanCommands(change, whole), ...(isAdopting(change) ? [] : podCommands(change))],
    };
  },
);

/** Whether the new StatefulSet takes the old pods over. */
function isAdopting(change: Change): boolean {
  const selector = labelSelector(fieldAt(newObject(change), 'spec', 'selector'));
  return selector === undefined || matches(selector, texts(oldPod(change)?.labels));
}

/** Old pods have the names that the new ones need. */
function podCommands(change: Change): readonly string[] {
  const { namespace, name } = change.id;
  const start = Number(fieldAt(oldObject(change), 'spec', 'ordinals', 'start') ?? 0);
  const last = start + replicasOf(oldObject(change)) - 1;
  const pods = Array.from({ length: Math.max(0, last - start + 1) }, (_, index) =>
    word(`pod/${name}-${start + index}`),
  );
  return pods.length === 0 ? [] : [`kubectl delete ${namespaceWords(namespace)}${pods.slice(0, 5).join(' ')}`];
}
