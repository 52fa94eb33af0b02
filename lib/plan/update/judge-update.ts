import { checkClaim } from './claim';
import { checkConfig } from './config';
import { checkCustom } from './custom';
import { checkDefinition } from './definition';
import { groupKindOf } from './group-kind';
import { IMMUTABLE_FIELDS } from './immutable-fields';
import { checkJob } from './job';
import { checkNode, checkQuota, checkServiceRange, checkStorageNode } from './others';
import { checkPod } from './pod';
import { checkService } from './service';
import { checkStatefulSet } from './stateful-set';
import { IMMUTABLE, type Update, type UpdateCheck } from './update';
import { checkVolume } from './volume';

/** What depends on more than a field. Kinds that are in no table may change as they like, if they stay valid. */
const CHECKS: Readonly<Record<string, UpdateCheck>> = {
  '/ConfigMap': checkConfig,
  '/Node': checkNode,
  '/PersistentVolume': checkVolume,
  '/PersistentVolumeClaim': checkClaim,
  '/Pod': checkPod,
  '/ResourceQuota': checkQuota,
  '/Secret': checkConfig,
  '/Service': checkService,
  'apiextensions.k8s.io/CustomResourceDefinition': checkDefinition,
  'apps/StatefulSet': checkStatefulSet,
  'batch/Job': checkJob,
  'networking.k8s.io/ServiceCIDR': checkServiceRange,
  'storage.k8s.io/CSINode': checkStorageNode,
};

/**
 * Collects what the API server has against a change, beyond what is wrong with the new object by itself. From
 * `Validate…Update` in https://github.com/kubernetes/kubernetes/tree/master/pkg/apis, as of Kubernetes 1.28 to 1.37.
 */
export function judgeUpdate(update: Update): void {
  const kind = groupKindOf(update.after);
  for (const { path, message = IMMUTABLE, until } of IMMUTABLE_FIELDS[kind] ?? []) {
    if ((until !== undefined && update.isAtLeast(until)) || !update.changes(...path)) continue;
    const words =
      typeof message === 'string' ? message : update.isAtLeast(message.since) ? message.after : message.before;
    update.refuse(path.join('.'), words);
  }
  if (Object.hasOwn(CHECKS, kind)) CHECKS[kind]!(update);
  else checkCustom(update);
}
