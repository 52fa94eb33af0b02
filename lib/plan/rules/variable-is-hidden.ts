import { mapsAt, textAt } from '../../manifest/fields';
import { containersOf } from '../../manifest/pods';
import type { PlanRule } from '../rule';
import { isNew, isRejected, newPod } from './common/change';

/** Server-side apply refuses it; in an update, client-side apply drops one of the two, which is told as ignored. */
export const variableIsHidden: PlanRule = {
  id: 'variable-is-hidden',
  what: 'A new object has two variables of one name, and client-side apply creates it all the same.',
  levels: ['warning'],
  why: 'The API server only warns that one hides the other. A later apply tells variables apart by their names, and may remove both when one is removed.',
  link: 'https://kubernetes.io/docs/tasks/manage-kubernetes-objects/declarative-config/#merge-patch-calculation',
  find: (change) => {
    const pod = newPod(change);
    if (!pod || isRejected(change) || !(isNew(change) || change.from)) return [];
    return containersOf(pod).flatMap(({ container, name, path }) =>
      repeated(mapsAt(container, 'env').flatMap((variable) => textAt(variable, 'name') ?? [])).map((variable) => ({
        severity: 'warning',
        path: `${path}.env[${variable}]`,
        message: `${variable} is more than once in env of ${name}: the cluster stores each, and the program gets the last one`,
        remedy:
          'leave the one that is meant; once it is in the cluster, a client-side apply that removes one may remove both',
      })),
    );
  },
};

function repeated(words: readonly string[]): readonly string[] {
  return [...new Set(words.filter((word, index) => words.indexOf(word) !== index))];
}
