import { fieldsAt } from '../fields/within';
import type { Objection } from '../prediction';
import type { Change, Whole } from '../rule';
import { claimIsImmutable } from './claim-is-immutable';
import { claimTemplateIsImmutable } from './claim-template-is-immutable';
import { kindOf } from './common/change';
import { applyCommand, deleteCommand } from './common/commands';
import { type Refusal, refusal } from './common/refusal';
import { described } from './common/words';
import { configIsImmutable } from './config-is-immutable';
import { jobIsImmutable } from './job-is-immutable';
import { mergeIsRejected } from './merge-is-rejected';
import { selectorIsImmutable } from './selector-is-immutable';
import { serviceAddressIsImmutable } from './service-address-is-immutable';
import { statefulSetIsImmutable } from './stateful-set-is-immutable';

const OTHERS: readonly Refusal[] = [
  selectorIsImmutable,
  claimTemplateIsImmutable,
  statefulSetIsImmutable,
  jobIsImmutable,
  claimIsImmutable,
  configIsImmutable,
  serviceAddressIsImmutable,
  mergeIsRejected,
];

/** What it means to delete an object and to make it anew, by kind. */
interface Replacement {
  readonly remedy: string;
  readonly risk?: 'data-loss' | 'downtime' | 'cluster-wide';
  /** Whether a command that deletes it would destroy what others need. @default false */
  readonly keep?: boolean;
}

const BINDING: Replacement = {
  remedy:
    'give the new binding another name and remove the old one; deleted and made anew, its subjects have no access in between',
  risk: 'downtime',
};

const REPLACEMENTS: Readonly<Record<string, Replacement>> = {
  '/Pod': { remedy: 'use a Deployment, which replaces its pods; or delete the pod first', risk: 'downtime' },
  '/Secret': { remedy: 'use another name for the Secret of the new type; or delete the old one first' },
  '/PersistentVolume': {
    remedy: 'make a new PersistentVolume; the data of the old one is only safe if its reclaim policy is Retain',
    risk: 'data-loss',
    keep: true,
  },
  '/ResourceQuota': { remedy: 'delete the quota and apply it anew: nothing is limited in between' },
  'rbac.authorization.k8s.io/RoleBinding': BINDING,
  'rbac.authorization.k8s.io/ClusterRoleBinding': BINDING,
  'storage.k8s.io/StorageClass': {
    remedy: 'use another name for the new class; or delete the old one first: volumes that exist stay as they are',
    risk: 'cluster-wide',
  },
  'storage.k8s.io/VolumeAttributesClass': {
    remedy: 'use another name for the new class, and let the claims name that',
  },
  'storage.k8s.io/CSIDriver': {
    remedy: 'delete it and apply it anew while no volume of the driver is attached or detached',
    risk: 'cluster-wide',
  },
  'networking.k8s.io/IngressClass': {
    remedy: 'use another name for the class of the other controller, and move each Ingress over',
    risk: 'cluster-wide',
  },
  'scheduling.k8s.io/PriorityClass': {
    remedy: 'use another name for the new class; or delete the old one first: pods that exist keep their priority',
    risk: 'cluster-wide',
  },
  'node.k8s.io/RuntimeClass': { remedy: 'use another name for the new class, and let the pods name that' },
  'apiextensions.k8s.io/CustomResourceDefinition': {
    remedy: 'keep it, and serve another version beside the old one; deleting the definition deletes all of its objects',
    risk: 'data-loss',
    keep: true,
  },
};

const OTHERWISE: Replacement = { remedy: 'keep the field as it is; or delete the object first, and apply it anew' };

/** All that no other rule knows better. */
export const fieldIsImmutable = refusal(
  {
    id: 'field-is-immutable',
    what: 'The API server refuses an update of a field that can never change.',
    why: 'Nothing of the object is updated, while the other objects are: kubectl apply goes on after an error.',
    link: 'https://kubernetes.io/docs/reference/using-api/api-concepts/',
    concerns: (change, objection) => objection.update && !OTHERS.some((other) => other.concerns(change, objection)),
  },
  (change, objections, whole) => objections.map((objection) => remarkOn(change, objection, whole)),
);

/** The words of the server for fields that can never change; others say more. */
const IMMUTABLE =
  /^(field is immutable|may not change|may not be changed|cannot change|spec is immutable|pod updates may|updates to)/;

function remarkOn(change: Change, { path, message }: Objection, whole: Whole) {
  const { remedy, risk, keep } = REPLACEMENTS[kindOf(change)] ?? OTHERWISE;
  const fields = fieldsAt(change, path);
  return {
    severity: 'error' as const,
    path,
    message: fields.length > 0 && IMMUTABLE.test(message) ? `immutable: ${described(fields)}` : `${path}: ${message}`,
    remedy,
    risk,
    commands: keep ? undefined : [deleteCommand(change.id), applyCommand(change, whole)],
  };
}
