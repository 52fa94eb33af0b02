import { fieldAt } from '../../manifest/fields';
import type { Change, PlanRule, Remark } from '../rule';
import { isRejected, kindOf, newObject } from './common/change';
import { replicasOf } from './common/claims';
import { namespaceWords, objectWords, word } from './common/commands';

/** A new template that the cluster keeps for later. */
export const rolloutWaits: PlanRule = {
  id: 'rollout-waits',
  what: 'A change of pods is stored, and no pod is replaced before somebody acts.',
  levels: ['warning'],
  why: 'The change looks applied, but the old version goes on running.',
  link: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#update-strategies',
  find: (change) => {
    const remark = change.rollout === 'staged' && !isRejected(change) ? waitOf(change) : undefined;
    return remark ? [{ severity: 'warning', ...remark }] : [];
  },
};

function waitOf(change: Change): Omit<Remark, 'severity'> | undefined {
  const object = newObject(change);
  const { namespace, kind, name } = change.id;
  if (fieldAt(object, 'spec', 'paused') === true) {
    return {
      path: 'spec.paused',
      message: 'stored only: the Deployment is paused, and its pods go on as they are',
      remedy: 'resume it, here and by removing paused from the manifest',
      commands: [`kubectl rollout resume ${objectWords(change.id)}`],
    };
  }
  const strategy = fieldAt(object, 'spec', 'updateStrategy');
  if (fieldAt(strategy, 'type') === 'OnDelete') {
    return {
      path: 'spec.updateStrategy.type',
      message: `stored only: a pod of the ${kind} follows when somebody deletes it (OnDelete)`,
      remedy: 'delete the pods, one after another, and wait for each to be ready',
      commands:
        kind === 'StatefulSet' ? [`kubectl delete ${namespaceWords(namespace)}${word(`pod/${name}-0`)}`] : undefined,
    };
  }
  const partition = fieldAt(strategy, 'rollingUpdate', 'partition');
  if (kindOf(change) !== 'apps/StatefulSet' || typeof partition !== 'number') return undefined;
  const start = Number(fieldAt(object, 'spec', 'ordinals', 'start') ?? 0);
  const last = start + replicasOf(object) - 1;
  return {
    path: 'spec.updateStrategy.rollingUpdate.partition',
    message: `stored only: partition is ${partition}, and the last pod is ${name}-${last}`,
    remedy: 'lower the partition: pods from that number on follow',
  };
}
