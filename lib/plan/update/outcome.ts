import { fieldAt } from '../../manifest/fields';
import type { KubernetesObject } from '../../manifest/kubernetes-object';
import { isMap } from '../../manifest/pods';
import { schemaOf } from '../../manifest/schema/schema-of';
import type { Type } from '../../manifest/schema/types';
import type { Outcome } from '../prediction';
import { changedPaths, pathOf } from './changed-paths';
import { groupKindOf } from './group-kind';
import { sameJson } from './same-json';
import { withoutBookkeeping } from './without-bookkeeping';

/** How many pods there are to be, by kind. */
const SCALE: Readonly<Record<string, string>> = {
  '/ReplicationController': 'spec.replicas',
  'apps/Deployment': 'spec.replicas',
  'apps/ReplicaSet': 'spec.replicas',
  'apps/StatefulSet': 'spec.replicas',
  'batch/Job': 'spec.parallelism',
};

/** What an accepted change does, by the object before and after it. */
export function outcomeOf(before: KubernetesObject, after: KubernetesObject, kubernetes: string): Outcome {
  const [old, now] = [withoutBookkeeping(before), withoutBookkeeping(after)];
  if (rollsOut(before, after, kubernetes)) return 'rollout';
  if (sameJson(old, now)) return 'noop';
  const schema = schemaOf(kubernetes);
  const changed = changedPaths(old, now, undefined, schema).map(pathOf);
  return changed.length === 1 && changed[0] === SCALE[groupKindOf(after)] ? 'scale' : 'update';
}

/**
 * Whether pods get a new template. A Deployment compares templates by what they mean, and does nothing while it is
 * paused; the others compare them as they are written.
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/deployment/util/deployment_util.go (`EqualIgnoreHash`)
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/statefulset/stateful_set_utils.go (`newRevision`)
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/daemon/update.go (`constructHistory`)
 */
function rollsOut(before: KubernetesObject, after: KubernetesObject, kubernetes: string): boolean {
  const [old, now] = [before, after].map((object) => fieldAt(object, 'spec', 'template'));
  switch (groupKindOf(after)) {
    case 'apps/StatefulSet':
    case 'apps/DaemonSet':
      return !sameJson(old, now);
    case 'apps/Deployment':
      if (isPaused(after)) return false;
      return isPaused(before) || changedPaths(old, now, TEMPLATE, schemaOf(kubernetes)).length > 0;
    default:
      return false;
  }
}

const TEMPLATE: Type = { is: 'object', name: 'core.v1.PodTemplateSpec' };

/** What was changed meanwhile takes effect when a Deployment goes on. */
function isPaused(object: KubernetesObject): boolean {
  return isMap(object.spec) && object.spec.paused === true;
}
