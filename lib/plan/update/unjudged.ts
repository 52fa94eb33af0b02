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

/**
 * Whether the API server lets something pass that it would refuse elsewhere. Before 1.34 it looks neither into the pods
 * of a StatefulSet nor into its claims; the pods then fail when the controller makes them. And a Job that is there has a
 * selector, given or made up.
 * https://github.com/kubernetes/kubernetes/blob/release-1.28/pkg/apis/apps/validation/validation.go (`ValidatePodTemplateSpecForStatefulSet`)
 */
export function isUnjudged(object: KubernetesObject, { rule, path, message }: Problem, kubernetes: string): boolean {
  if (groupKindOf(object) === 'batch/Job') return path === 'spec.selector' && message.startsWith('is required');
  if (groupKindOf(object) !== 'apps/StatefulSet' || isAtLeast(kubernetes, '1.34')) return false;
  if (!PODS_AND_CLAIMS.test(path) || JUDGED.test(path)) return false;
  return !(rule === 'valid-schema' || rule === 'valid-quantities') || !UNREADABLE.test(message);
}
