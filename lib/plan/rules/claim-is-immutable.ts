import { ResourceIndex } from '../../manifest/references/resource-index';
import { resourceId } from '../../manifest/resource';
import { fieldsAt } from '../fields/within';
import type { Objection } from '../prediction';
import type { Change, Remark, Whole } from '../rule';
import { kindOf, newObject, oldObject } from './common/change';
import { growth, storageOf } from './common/claims';
import { applyCommand, deleteCommand, namespaceWords, objectWords, word } from './common/commands';
import { refusal } from './common/refusal';
import { described } from './common/words';

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
    const [way, sizes] = [growth(before, after), `${storageOf(before)} → ${storageOf(after)}`];
    const what = fields.length > 0 ? described(fields, 'spec') : sizes;
    if (way !== 'shrunk' && objections.every(isForBound)) {
      return unboundRemark(change, whole, `can't ${fields.length > 0 ? 'change' : 'grow'}: ${what}`);
    }
    if (whole.options.assume.claimsBound === false) return unboundRemark(change, whole, `is immutable: ${what}`);
    if (fields.length > 0) return replaceRemark(change, whole, what);
    if (way === 'shrunk') return shrinkRemark(change, whole, sizes);
    if (way === 'grown') return growRemark(sizes);
    if (objections.every(({ path }) => path === VOLUME)) return volumeRemark;
    return replaceRemark(change, whole, objections.map(({ path, message }) => `${path}: ${message}`).join('; '));
  },
);

const STORAGE = 'spec.resources.requests.storage';
const VOLUME = 'spec.volumeName';

/** The manifest names no other volume, so that nothing else is to be done. */
const volumeRemark: Remark = {
  severity: 'error',
  path: VOLUME,
  message: "a bound claim can't lose its volume: volumeName is empty",
  remedy: 'leave volumeName out: the cluster has filled it in',
  commands: [],
};

/** Whether the API server would not refuse it if the claim were bound. */
function isForBound({ path, message }: Objection): boolean {
  return [STORAGE, 'spec.volumeAttributesClassName'].includes(path) && message.startsWith('spec is immutable');
}

/** Only somebody who has asked the cluster knows that nothing is lost: pods of other manifests may mount the claim. */
function unboundRemark(change: Change, whole: Whole, words: string): Remark {
  const { namespace, name } = change.id;
  const { claimsBound } = whole.options.assume;
  const message = `a claim that is not bound ${words}`;
  if (claimsBound === false) {
    const remedy = 'delete the claim and apply it anew: nothing is in it before it is bound';
    return { severity: 'error', path: 'spec', message, remedy, commands: deleteCommands(change, whole) };
  }
  return {
    severity: 'error',
    path: 'spec',
    message: `${message}; ${claimsBound ? '--assume does not name it' : 'no pod of the manifests mounts it'}, but it may be bound all the same`,
    remedy:
      'ask the cluster before anything else: if it says Bound, there may be data in the claim, so plan with ' +
      `--assume pvc-bound=${namespace || 'default'}/${name}; if it says Pending, nothing is in it, so delete it and apply it anew`,
    risk: 'data-loss',
    commands: [`kubectl get ${namespaceWords(namespace)}${word(`pvc/${name}`)} -o ${word('jsonpath={.status.phase}')}`],
  };
}

function deleteCommands(change: Change, whole: Whole): readonly string[] {
  return [deleteCommand(change.id), applyCommand(change, whole)];
}

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

function growRemark(sizes: string): Remark {
  return {
    severity: 'error',
    path: STORAGE,
    message: `the claim can't grow ${sizes}: its StorageClass does not allow expansion`,
    remedy: 'set allowVolumeExpansion: true in the StorageClass, and apply that first',
    commands: [],
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
