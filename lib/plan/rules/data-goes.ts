import { fieldAt, mapsAt, textAt } from '../../manifest/fields';
import { namespaceOf } from '../../manifest/references/reference';
import { counted } from '../counted';
import type { Risk } from '../plan';
import type { Change, PlanRule, Remark, Whole } from '../rule';
import { isRemoved, kindOf, oldObject } from './common/change';
import { claimNames, storageClassOf } from './common/claims';
import { deleteCommand } from './common/commands';
import { instancesOf } from './common/definitions';
import { isStillUsed } from './common/still-used';
import { listed } from './common/words';

/** What a removed object takes with it, by kind; other kinds are another rule's matter. */
export const dataGoes: PlanRule = {
  id: 'data-goes',
  what: 'An object that holds data, or others, is removed from the manifests.',
  levels: ['error', 'warning'],
  why: 'Whoever prunes deletes it without asking, and no later apply brings the data back.',
  link: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming',
  find: (change, whole) => {
    const loss = isRemoved(change) ? lossOf(change, whole) : undefined;
    if (loss === undefined) return [];
    return [change.action === 'delete' ? deletedRemark(loss, whole) : orphanRemark(loss, change, whole)];
  },
};

function deletedRemark({ text, certain, risk = 'data-loss' }: Loss, whole: Whole): Remark {
  return { severity: certain ? 'error' : 'warning', message: `is deleted: ${text}`, remedy: keepRemedy(whole), risk };
}

/** Nothing is lost as long as it stays; it is for the message to say what would be. */
function orphanRemark({ text }: Loss, change: Change, whole: Whole): Remark {
  const message = `stays in the cluster; if it is deleted later, ${text}`;
  if (isStillUsed(change, whole)) {
    return { severity: 'warning', message, remedy: 'keep it, since it is still used' };
  }
  const remedy = 'delete it by hand once nobody needs its data any more';
  return { severity: 'warning', message, remedy, commands: [deleteCommand(change.id)] };
}

/** Whether a rule about removed objects leaves one to this rule. */
export function holdsData(change: Change, whole: Whole): boolean {
  return lossOf(change, whole) !== undefined;
}

interface Loss {
  readonly text: string;
  readonly certain: boolean;
  /** What is at stake when it is deleted. @default 'data-loss' */
  readonly risk?: Risk;
}

function lossOf(change: Change, whole: Whole): Loss | undefined {
  const { name } = change.id;
  switch (kindOf(change)) {
    case '/PersistentVolumeClaim':
      return claimLoss(change, whole);
    case '/PersistentVolume':
      return {
        text: 'what is in it can no longer be claimed; the storage itself depends on its reclaim policy',
        certain: true,
      };
    case '/Namespace': {
      const inside = whole.before.filter((resource) => namespaceOf(resource) === name).length;
      return {
        text: `everything in the namespace goes with it, ${counted(inside, 'object')} of these manifests among it`,
        certain: true,
      };
    }
    case 'apps/StatefulSet':
      return setLoss(change);
    case 'apiextensions.k8s.io/CustomResourceDefinition':
      return definitionLoss(change, whole);
    default:
      return undefined;
  }
}

function claimLoss(change: Change, whole: Whole): Loss {
  const storage = storageClassOf(oldObject(change), whole);
  if (storage && textAt(storage, 'reclaimPolicy') === 'Retain') {
    const { name } = storage.metadata;
    return { text: `its volume stays, as StorageClass ${name} retains it, and nothing uses it`, certain: false };
  }
  return { text: 'its volume and the data go with it, unless its reclaim policy is Retain', certain: true };
}

function setLoss(change: Change): Loss | undefined {
  const names = claimNames(oldObject(change));
  const policy = fieldAt(oldObject(change), 'spec', 'persistentVolumeClaimRetentionPolicy', 'whenDeleted');
  if (mapsAt(oldObject(change), 'spec', 'volumeClaimTemplates').length === 0) return undefined;
  if (policy !== 'Delete' && change.action === 'orphan') return undefined;
  return policy === 'Delete'
    ? { text: `its claims ${listed(names)} go with it (whenDeleted is Delete)`, certain: true }
    : { text: `its pods end; its claims ${listed(names)} stay`, certain: false, risk: 'downtime' };
}

function definitionLoss(change: Change, { before }: Whole): Loss {
  const kind = textAt(oldObject(change), 'spec', 'names', 'kind') ?? '';
  const own = instancesOf(change.before!, before);
  return {
    text: `every ${kind} in the cluster goes with it, ${own.length} of these manifests among them`,
    certain: true,
  };
}

const KEEP = {
  kubectl: 'keep it in the manifests',
  'kubectl-applyset':
    'keep it in the manifests, or take the label applyset.kubernetes.io/part-of from the object first',
  argocd: 'keep it in the manifests, or apply the annotation argocd.argoproj.io/sync-options: Prune=false first',
  flux: 'keep it in the manifests, or apply the annotation kustomize.toolkit.fluxcd.io/prune: disabled first',
};

function keepRemedy({ options }: Whole): string {
  return `${KEEP[options.target]}; save the data before anything else`;
}
