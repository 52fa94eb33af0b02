import type { Change, PlanRule, Remark, Whole } from '../rule';
import { isRemoved, kindOf } from './common/change';
import { deleteCommand } from './common/commands';
import { isStillUsed, servicesOf } from './common/still-used';
import { listed } from './common/words';
import { holdsData } from './data-goes';

/** What an object that nobody deletes goes on doing, by kind. */
const EFFECTS: Readonly<Record<string, string>> = {
  'apps/Deployment': 'its pods keep running',
  'apps/StatefulSet': 'its pods keep running',
  'apps/DaemonSet': 'its pods keep running',
  'apps/ReplicaSet': 'its pods keep running',
  '/Pod': 'it keeps running',
  'batch/CronJob': 'it keeps starting Jobs',
  '/Service': 'it keeps its address and its name',
  'networking.k8s.io/Ingress': 'its hosts are still served',
  'gateway.networking.k8s.io/HTTPRoute': 'its hosts are still served',
  'networking.k8s.io/NetworkPolicy': 'it keeps limiting connections',
  'autoscaling/HorizontalPodAutoscaler': 'it keeps scaling',
  'policy/PodDisruptionBudget': 'it keeps holding up drains',
  'rbac.authorization.k8s.io/RoleBinding': 'it keeps granting its role',
  'rbac.authorization.k8s.io/ClusterRoleBinding': 'it keeps granting its role',
  '/Secret': 'its values stay readable',
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration': 'it keeps judging objects',
  'admissionregistration.k8s.io/MutatingWebhookConfiguration': 'it keeps changing objects',
};

/** Objects that hold data are another rule's matter, and so are those that are still used. */
export const objectGoes: PlanRule = {
  id: 'object-goes',
  what: 'An object is no longer in the manifests: it is deleted, or it stays in the cluster for ever.',
  levels: ['warning', 'note'],
  why: 'kubectl apply deletes nothing by itself. Who prunes deletes at once.',
  link: 'https://kubernetes.io/docs/tasks/manage-kubernetes-objects/declarative-config/#how-to-delete-objects',
  find: (change, whole) => {
    if (!isRemoved(change) || holdsData(change, whole)) return [];
    if (isStillUsed(change, whole)) return [];
    return [change.action === 'delete' ? deletedRemark(change) : orphanRemark(change, whole)];
  },
};

/** A config that the next one has replaced is kept for a rollback; a Job that has run does nothing any more. */
function isSpent({ id }: Change): boolean {
  return /^(ConfigMap|Secret|Job)$/.test(id.kind) && /-(?=[a-z0-9]*\d)[a-z0-9]{8,64}$/.test(id.name);
}

function deletedRemark(change: Change): Remark {
  return {
    severity: isSpent(change) ? 'note' : 'warning',
    message: 'is deleted from the cluster',
    remedy: 'keep it in the manifests if anything needs it',
  };
}

function orphanRemark(change: Change, whole: Whole): Remark {
  const services = servicesOf(change.before!, whole);
  const sending = services.length > 0 ? `, and Service ${listed(services)} still sends to them` : '';
  const effect = isSpent(change) ? 'a rollback may need it' : EFFECTS[kindOf(change)];
  return {
    severity: isSpent(change) ? 'note' : 'warning',
    message: `stays in the cluster${effect === undefined ? '' : `: ${effect}${sending}`}`,
    remedy: 'delete it by hand once the change is applied',
    commands: [deleteCommand(change.id)],
  };
}
