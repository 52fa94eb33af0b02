import { fieldAt } from '../../manifest/fields';
import { isMap } from '../../manifest/pods';
import type { PlanRule } from '../rule';
import { isNew, kindOf } from './common/change';

/** Server-side apply keeps no copy. */
export const secretIsCopied: PlanRule = {
  id: 'secret-is-copied',
  what: 'Client-side apply writes the values of a Secret into an annotation as plain text.',
  levels: ['warning'],
  why: 'kubectl.kubernetes.io/last-applied-configuration holds the manifest as it was sent, and stringData is not encoded there.',
  link: 'https://kubernetes.io/docs/concepts/configuration/secret/#restriction-names-data',
  find: (change, { options }) => {
    const has = (side: typeof change.after) => {
      const texts = fieldAt(side?.object, 'stringData');
      return isMap(texts) && Object.keys(texts).length > 0;
    };
    if (kindOf(change) !== '/Secret' || options.apply === 'server' || !has(change.after)) return [];
    if (!isNew(change) && has(change.before)) return [];
    return [
      {
        severity: 'warning',
        path: 'stringData',
        message: 'client-side apply keeps the values as plain text in the annotation last-applied-configuration',
        remedy: 'apply with --server-side; better still, keep Secrets out of manifests',
        risk: 'exposure',
      },
    ];
  },
};
