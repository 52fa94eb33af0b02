import { isKnownKind } from '../known-kind';
import type { PlanRule } from '../rule';
import { isRemoved } from './common/change';

/** Judges what is written with a kind that neither Kubernetes explains nor a definition, be it one that we bring along. */
export const customResourceIsUnknown: PlanRule = {
  id: 'custom-resource-is-unknown',
  what: 'Nothing is known of the kind of an object, so that no plan can be made for it.',
  levels: ['note'],
  why: 'Its controller may restart, delete or refuse anything.',
  link: 'https://kubernetes.io/docs/concepts/extend-kubernetes/api-extension/custom-resources/',
  find: (change, whole) => {
    if (isRemoved(change) || !change.after) return [];
    const { group, kind } = change.id;
    if (isKnownKind(change.after.object, whole)) return [];
    return [
      {
        severity: 'note',
        message: `what its controller does with ${kind}.${group} is not known`,
        remedy: 'give its definition with --crd; read what the controller does with such a change',
        risk: 'unknown',
      },
    ];
  },
};
