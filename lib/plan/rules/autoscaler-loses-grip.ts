import { fieldAt } from '../../manifest/fields';
import { ResourceIndex } from '../../manifest/references/resource-index';
import type { Change, PlanRule, Remark, Whole } from '../rule';
import { kindOf, newObject, oldObject } from './common/change';

type Told = Pick<Remark, 'path' | 'message' | 'remedy'>;

/** What an autoscaler makes of fields that are gone. */
export const autoscalerLosesGrip: PlanRule = {
  id: 'autoscaler-loses-grip',
  what: 'An autoscaler goes by something else than before, has less room, or is switched off.',
  levels: ['warning'],
  why: 'Without metrics the API server fills in 80 % of the CPU, and a target without pods is not scaled at all.',
  link: 'https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/',
  find: (change, whole) => {
    if (kindOf(change) !== 'autoscaling/HorizontalPodAutoscaler' || !change.after) return [];
    const told = [metricsGone(change), roomLost(change), switchedOff(change, whole)];
    return told.flatMap((each) => (each ? [{ severity: 'warning', ...each }] : []));
  },
};

function metricsGone({ before, after }: Change): Told | undefined {
  const [old, young] = [before, after].map((each) => fieldAt(each?.object, 'spec', 'metrics'));
  const isGone = young === undefined || (Array.isArray(young) && young.length === 0);
  if (old === undefined || !isGone || after?.object.apiVersion === 'autoscaling/v1') return undefined;
  return {
    path: 'spec.metrics',
    message: 'metrics is removed: the API server fills in 80 % of the CPU request',
    remedy: 'write the metrics; or remove the autoscaler',
  };
}

function roomLost(change: Change): Told | undefined {
  const [old, young] = [oldObject(change), newObject(change)].map((each) => fieldAt(each, 'spec', 'maxReplicas'));
  if (typeof old !== 'number' || typeof young !== 'number' || young >= old) return undefined;
  return {
    path: 'spec.maxReplicas',
    message: `maxReplicas ${old} → ${young}: pods above that end at once`,
    remedy: 'make sure that fewer pods carry the load',
  };
}

function switchedOff({ after }: Change, whole: Whole): Told | undefined {
  const index = ResourceIndex.of(whole.after);
  const [target] = index.referencesOf(after!);
  const scaled = target && index.find(target)?.resource;
  if (!scaled || fieldAt(scaled.object, 'spec', 'replicas') !== 0) return undefined;
  return {
    path: 'spec.scaleTargetRef',
    message: `${scaled.object.kind} ${scaled.object.metadata.name} has replicas: 0, which switches the autoscaler off`,
    remedy: 'remove replicas from the manifest, and start the first pod',
  };
}
