import { fieldAt, textAt } from '../../manifest/fields';
import type { Resource } from '../../manifest/resource';
import type { Change, PlanRule, Remark } from '../rule';
import { isRejected, kindOf } from './common/change';

/** Labels and other annotations of such objects are nobody's business. */
export const wholeClusterChanges: PlanRule = {
  id: 'whole-cluster-changes',
  what: 'Something that everybody in the cluster depends on changes.',
  levels: ['warning'],
  why: 'It concerns namespaces that these manifests know nothing of.',
  link: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
  find: (change) => {
    const message = isRejected(change) ? undefined : CHANGES[kindOf(change)]?.(change);
    if (message === undefined) return [];
    const remedy = 'tell those who share the cluster, and apply it by itself';
    return [{ severity: 'warning', message, remedy, risk: 'cluster-wide' } satisfies Remark];
  },
};

const CHANGES: Readonly<Record<string, (change: Change) => string | undefined>> = {
  'storage.k8s.io/StorageClass': (change) =>
    flag(
      change,
      isDefault('storageclass.kubernetes.io/is-default-class'),
      'the default StorageClass, for claims that name none',
    ),
  'networking.k8s.io/IngressClass': (change) =>
    flag(
      change,
      isDefault('ingressclass.kubernetes.io/is-default-class'),
      'the default IngressClass, for each Ingress that names none',
    ),
  'scheduling.k8s.io/PriorityClass': (change) =>
    flag(change, ({ object }) => object.globalDefault === true, 'the default PriorityClass, for pods that name none'),
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration': webhooks,
  'admissionregistration.k8s.io/MutatingWebhookConfiguration': webhooks,
  'admissionregistration.k8s.io/ValidatingAdmissionPolicy': (change) =>
    content(change, 'decides which objects the API server accepts'),
  'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding': (change) =>
    content(change, 'decides for whom an admission policy counts'),
  'apiregistration.k8s.io/APIService': (change) => content(change, 'decides who serves a group of the API'),
  'node.k8s.io/RuntimeClass': (change) =>
    change.before ? content(change, 'decides how pods that name it run') : undefined,
};

function isDefault(annotation: string): (resource: Resource) => boolean {
  return ({ object }) => fieldAt(object, 'metadata', 'annotations', annotation) === 'true';
}

/** Whether a mark comes or goes. An orphan keeps it. */
function flag(
  { before, after, action }: Change,
  isMarked: (resource: Resource) => boolean,
  what: string,
): string | undefined {
  const [old, young] = [before !== undefined && isMarked(before), after !== undefined && isMarked(after)];
  if (old === young || action === 'orphan') return undefined;
  return young ? `becomes ${what}` : `is no longer ${what}`;
}

/** Whether more than the metadata differs. */
function content({ before, after, fields, action }: Change, what: string): string | undefined {
  if (action === 'orphan' || action === 'no-effect') return undefined;
  const isContent = fields.some(({ path }) => !path.startsWith('metadata'));
  if (before && after && !isContent) return undefined;
  return `${after ? (before ? 'changes and ' : '') : 'is deleted and no longer '}${what}`;
}

function webhooks(change: Change): string | undefined {
  const hooks = fieldAt(change.after?.object, 'webhooks');
  const strict = Array.isArray(hooks) && hooks.some((hook) => (textAt(hook, 'failurePolicy') ?? 'Fail') === 'Fail');
  return content(
    change,
    `judges objects of everybody${strict ? '; while it is down nothing can be written that it is for (failurePolicy is Fail)' : ''}`,
  );
}
