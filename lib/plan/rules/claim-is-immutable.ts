import { ResourceIndex } from '../../manifest/references/resource-index';
import { resourceId } from '../../manifest/resource';
import type { Change, Remark, Whole } from '../rule';
import { kindOf, newObject, oldObject } from './common/change';
import { expansionOf, growth, storageOf } from './common/claims';
import { applyCommand, deleteCommand, namespaceWords, objectWords, word } from './common/commands';
import { refusal } from './common/refusal';
import { described, fieldsAt } from './common/words';

/** What is wrong depends on what differs: a size that shrinks, one that can't grow yet, or anything else. */
export const claimIsImmutable = refusal(
  {
    id: 'claim-is-immutable',
    what: 'A PersistentVolumeClaim can hardly change, and never shrink.',
    why: 'The API server refuses the update. Deleting the claim deletes the volume with its data, unless its StorageClass retains it.',
    link: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#expanding-persistent-volumes-claims',
    concerns: (change, { update }) => update && kindOf(change) === '/PersistentVolumeClaim',
  },
  (change, objections, whole) => {
    const [before, after] = [oldObject(change), newObject(change)];
    const fields = fieldsAt(change, 'spec').filter(({ path }) => !path.includes('storage') || path.includes('Class'));
    if (fields.length > 0) return replaceRemark(change, whole, described(fields, 'spec'));
    const sizes = `${storageOf(before)} → ${storageOf(after)}`;
    if (growth(before, after) === 'shrunk') return shrinkRemark(change, whole, sizes);
    if (growth(before, after) === 'grown') return growRemark(change, whole, sizes);
    return replaceRemark(change, whole, objections.map(({ path, message }) => `${path}: ${message}`).join('; '));
  },
);

const STORAGE = 'spec.resources.requests.storage';

function replaceRemark(change: Change, whole: Whole, what: string): Remark {
  return {
    severity: 'error',
    path: 'spec',
    message: `the claim is immutable: ${what}; replacing it deletes its volume, depending on the reclaim policy`,
    remedy:
      'keep it as it is; or render a second claim, copy the data while nobody writes, and let the pods mount that',
    risk: 'data-loss',
    commands: copyCommands(change, whole),
  };
}

function shrinkRemark(change: Change, whole: Whole, sizes: string): Remark {
  return {
    severity: 'error',
    path: STORAGE,
    message: `the claim can't shrink: ${sizes}; replacing it deletes its volume, depending on the reclaim policy`,
    remedy: `keep ${storageOf(oldObject(change))}; or render a second, smaller claim, copy the data while nobody writes, and mount that`,
    risk: 'data-loss',
    commands: copyCommands(change, whole),
  };
}

function growRemark(change: Change, whole: Whole, sizes: string): Remark {
  const refused = expansionOf(oldObject(change), whole) === false;
  return {
    severity: 'error',
    path: STORAGE,
    message: refused
      ? `the claim can't grow ${sizes}: its StorageClass does not allow expansion`
      : `a claim that is not bound can't grow: ${sizes}`,
    remedy: refused
      ? 'set allowVolumeExpansion: true in the StorageClass, and apply that first'
      : 'delete the claim and apply it anew: nothing is in it before it is bound; if it is bound, plan with --assume pvc-bound',
    commands: refused ? [] : [deleteCommand(change.id), applyCommand(change, whole)],
  };
}

/** Stops the writers, and copies into a claim with a 2 at its end. */
function copyCommands(change: Change, whole: Whole): readonly string[] {
  const { namespace, name } = change.id;
  const users = ResourceIndex.of(whole.before)
    .referencesTo('PersistentVolumeClaim')
    .filter((each) => each.name === name && each.namespace === namespace)
    .map(({ resource }) => resourceId(resource.object))
    .filter(({ kind }) => ['Deployment', 'StatefulSet', 'ReplicaSet'].includes(kind));
  const stops = [...new Set(users.map(objectWords))].map((object) => `kubectl scale --replicas=0 ${object}`);
  return [...stops, `kubectl run ${namespaceWords(namespace)}copy-${word(name)} ${copyOptions(name)}`];
}

function copyOptions(name: string): string {
  const mounts = ['from', 'to'].map((volume) => ({ name: volume, mountPath: `/${volume}` }));
  const volumes = [
    { name: 'from', persistentVolumeClaim: { claimName: name } },
    { name: 'to', persistentVolumeClaim: { claimName: `${name}-2` } },
  ];
  const command = ['cp', '-a', '/from/.', '/to/'];
  const containers = [{ name: `copy-${name}`, image: 'busybox:1.37', command, volumeMounts: mounts }];
  return `--image=busybox:1.37 --restart=Never --overrides=${word(JSON.stringify({ spec: { containers, volumes } }))}`;
}
