import type { KubernetesObject } from '../../../manifest/kubernetes-object';
import { type DescribedPod, podOf } from '../../../manifest/pods';
import type { Change } from '../../rule';

/** Group and kind of what changes: `apps/Deployment`, `/Service`. */
export function kindOf({ id }: Change): string {
  return `${id.group}/${id.kind}`;
}

/** Whether the manifests no longer have it. */
export function isRemoved({ after }: Change): boolean {
  return after === undefined;
}

/** Whether the manifests have it for the first time. */
export function isNew({ before }: Change): boolean {
  return before === undefined;
}

/** Whether the API server refuses it, so that the cluster keeps what it has. */
export function isRejected({ action }: Change): boolean {
  return action === 'replace' || action === 'invalid';
}

/** The object as the cluster has it before. */
export function oldObject({ before, storedBefore }: Change): KubernetesObject | undefined {
  return before && (storedBefore ?? before.object);
}

/** The object as the cluster is to have it; none for one that the manifests no longer have. */
export function newObject({ after, storedAfter }: Change): KubernetesObject | undefined {
  return after && (storedAfter ?? after.object);
}

/** The pods that it described. */
export function oldPod(change: Change): DescribedPod | undefined {
  const object = oldObject(change);
  return object && podOf({ object, origin: change.before!.origin });
}

/** The pods that it describes now. */
export function newPod(change: Change): DescribedPod | undefined {
  const object = newObject(change);
  return object && podOf({ object, origin: change.after!.origin });
}
