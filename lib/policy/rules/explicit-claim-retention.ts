import { fieldAt, mapsAt } from '../../manifest/fields';
import { ofKind } from '../../manifest/kinds';
import { PRODUCTION_WARNING, type Rule } from '../rule';

/** The default is to keep the claims, which is safe, but hardly anybody knows that it is a choice. */
export const explicitClaimRetention: Rule = {
  id: 'explicit-claim-retention',
  severity: PRODUCTION_WARNING,
  group: 'storage',
  what: 'A StatefulSet with claim templates must say what becomes of the claims.',
  why: 'Whoever deletes it or scales it down has to know whether the data stays, and who pays for it.',
  remedy: 'set persistentVolumeClaimRetentionPolicy: { whenDeleted: Retain, whenScaled: Retain }, or Delete',
  link: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention',
  check: (resources) =>
    ofKind(resources, 'StatefulSet')
      .filter(({ object }) => object.apiVersion.startsWith('apps/'))
      .filter(({ object }) => mapsAt(object, 'spec', 'volumeClaimTemplates').length > 0)
      .filter(({ object }) => fieldAt(object, 'spec', 'persistentVolumeClaimRetentionPolicy') === undefined)
      .map((resource) => ({
        resource,
        path: 'spec.persistentVolumeClaimRetentionPolicy',
        message: 'it does not say whether the claims are kept',
      })),
};
