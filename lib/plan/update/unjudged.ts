import { fieldAt } from '../../manifest/fields';
import type { KubernetesObject } from '../../manifest/kubernetes-object';
import type { Problem } from '../../manifest/validation/problems';
import { isAtLeast } from '../../manifest/version';
import { groupKindOf } from './group-kind';

const PODS_AND_CLAIMS = /^spec\.(template\.spec|volumeClaimTemplates)\b/;

/** What is judged all the same: the fields of which a StatefulSet has an opinion of its own. */
const JUDGED = /^spec\.template\.spec\.(restartPolicy|activeDeadlineSeconds)$/;

/** What keeps a manifest from being read at all, rather than from being accepted. */
const UNREADABLE =
  /^(unknown field|must be (an?|true) .*, is |is no (quantity|duration|time)|is out of range|is not encoded)/;

/** Names without which the API server lets an item of a list pass, although they tell the items apart. */
const DISPENSABLE = /\.imagePullSecrets\[\d+\]\.name$/;

/**
 * Whether the API server lets something pass that it would refuse elsewhere. Before 1.34 it looks neither into the pods
 * of a StatefulSet nor into its claims; the pods then fail when the controller makes them. And a Job that is there has a
 * selector, given or made up.
 * https://github.com/kubernetes/kubernetes/blob/release-1.28/pkg/apis/apps/validation/validation.go (`ValidatePodTemplateSpecForStatefulSet`)
 */
export function isUnjudged(object: KubernetesObject, { rule, path, message }: Problem, kubernetes: string): boolean {
  if (message.startsWith('is required') && (DISPENSABLE.test(path) || isDropped(object, path))) return true;
  if (groupKindOf(object) === 'batch/Job') return path === 'spec.selector' && message.startsWith('is required');
  if (groupKindOf(object) !== 'apps/StatefulSet' || isAtLeast(kubernetes, '1.34')) return false;
  if (!PODS_AND_CLAIMS.test(path) || JUDGED.test(path)) return false;
  return !(rule === 'valid-schema' || rule === 'valid-quantities') || !UNREADABLE.test(message);
}

/** The source of a claim is dropped if it is neither a claim nor a snapshot; where it stays, `dataSourceRef` is beside it. */
function isDropped(object: KubernetesObject, path: string): boolean {
  const isSource = groupKindOf(object) === '/PersistentVolumeClaim' && path.startsWith('spec.dataSource.');
  return isSource && fieldAt(object.spec, 'dataSourceRef') === undefined;
}
