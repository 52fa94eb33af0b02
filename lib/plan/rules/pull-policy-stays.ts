import { textAt } from '../../manifest/fields';
import { imageVersion } from '../../manifest/image';
import { containersOf, podOf } from '../../manifest/pods';
import type { PlanRule } from '../rule';
import { isRejected, newPod } from './common/change';

/** The API server fills in the policy once, when the container comes. */
export const pullPolicyStays: PlanRule = {
  id: 'pull-policy-stays',
  what: 'An image becomes latest, and nodes go on using the one that they have.',
  levels: ['warning'],
  why: 'imagePullPolicy is filled in by the tag when an object is made, and stays when the tag changes.',
  link: 'https://kubernetes.io/docs/concepts/containers/images/#imagepullpolicy-defaulting',
  find: (change) => {
    const written = change.after && podOf(change.after);
    const stored = newPod(change);
    if (!change.before || !written || !stored || isRejected(change)) return [];
    const own = new Set(
      containersOf(written).flatMap(({ container, name }) => (container.imagePullPolicy === undefined ? name : [])),
    );
    return containersOf(stored)
      .filter(({ container, name }) => own.has(name) && isMoving(textAt(container, 'image') ?? ''))
      .filter(({ container }) => container.imagePullPolicy === 'IfNotPresent')
      .map(({ name, path }) => ({
        severity: 'warning' as const,
        path: `${path}.imagePullPolicy`,
        message: `${name}: imagePullPolicy stays IfNotPresent, so that each node keeps the latest that it has`,
        remedy: 'name a version; or write imagePullPolicy: Always',
      }));
  },
};

function isMoving(image: string): boolean {
  const { tag, digest } = imageVersion(image);
  return digest === undefined && (tag === undefined || tag === 'latest');
}
