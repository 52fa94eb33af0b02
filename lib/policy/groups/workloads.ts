import type { Rule } from '../rule';
import { autoscalerHasRoom } from '../rules/autoscaler-has-room';
import { changeVolumeOwnerOnce } from '../rules/change-volume-owner-once';
import { defaultProcMount } from '../rules/default-proc-mount';
import { disruptionBudgetLetsDrain } from '../rules/disruption-budget-lets-drain';
import { dropAllCapabilities } from '../rules/drop-all-capabilities';
import { equalMemoryRequestAndLimit } from '../rules/equal-memory-request-and-limit';
import { evictUnhealthyPods } from '../rules/evict-unhealthy-pods';
import { limitEmptyDir } from '../rules/limit-empty-dir';
import { noDangerousCapabilities } from '../rules/no-dangerous-capabilities';
import { noDefaultServiceAccount } from '../rules/no-default-service-account';
import { noHostInProbes } from '../rules/no-host-in-probes';
import { noHostNamespaces } from '../rules/no-host-namespaces';
import { noHostPath } from '../rules/no-host-path';
import { noHostPort } from '../rules/no-host-port';
import { noHostProcess } from '../rules/no-host-process';
import { noIdenticalProbes } from '../rules/no-identical-probes';
import { noLatestImage } from '../rules/no-latest-image';
import { noMovingImageTag } from '../rules/no-moving-image-tag';
import { noPrivilegeEscalation } from '../rules/no-privilege-escalation';
import { noPrivilegedContainer } from '../rules/no-privileged-container';
import { noRootGroup } from '../rules/no-root-group';
import { noRootUser } from '../rules/no-root-user';
import { noServiceAccountToken } from '../rules/no-service-account-token';
import { noSharedProcesses } from '../rules/no-shared-processes';
import { noShortGracePeriod } from '../rules/no-short-grace-period';
import { noSurgeWithSingleClaim } from '../rules/no-surge-with-single-claim';
import { readOnlyRootFilesystem } from '../rules/read-only-root-filesystem';
import { requireCpuRequest } from '../rules/require-cpu-request';
import { requireDisruptionBudget } from '../rules/require-disruption-budget';
import { requireEphemeralStorageLimit } from '../rules/require-ephemeral-storage-limit';
import { requireLivenessProbe } from '../rules/require-liveness-probe';
import { requireMemoryLimit } from '../rules/require-memory-limit';
import { requireMemoryRequest } from '../rules/require-memory-request';
import { requireNumericUser } from '../rules/require-numeric-user';
import { requireReadinessProbe } from '../rules/require-readiness-probe';
import { requireReplicas } from '../rules/require-replicas';
import { requireRollingUpdate } from '../rules/require-rolling-update';
import { requireSpread } from '../rules/require-spread';
import { requireStartupProbe } from '../rules/require-startup-probe';
import { requireVolumeGroup } from '../rules/require-volume-group';
import { restrictedVolumeTypes } from '../rules/restricted-volume-types';
import { runAsNonRoot } from '../rules/run-as-non-root';
import { safeApparmorProfile } from '../rules/safe-apparmor-profile';
import { safeSelinuxOptions } from '../rules/safe-selinux-options';
import { safeSysctls } from '../rules/safe-sysctls';
import { seccompProfile } from '../rules/seccomp-profile';

/**
 * How pods are secured, sized, probed and spread. What other tools ask for and these rules do not: a CPU limit, which
 * slows a container down for nothing; a user above 10000, as images of databases have theirs; hostUsers, as not every
 * node can; a digest beside a version, which only a registry can tell; a list of registries and a PriorityClass, which are
 * the cluster's to decide; a preStop hook, as the program may well wait by itself; and hostAliases, which harm nobody.
 */
export const WORKLOADS: readonly Rule[] = [
  noHostProcess,
  noHostNamespaces,
  noPrivilegedContainer,
  noDangerousCapabilities,
  dropAllCapabilities,
  noHostPath,
  noHostPort,
  restrictedVolumeTypes,
  noPrivilegeEscalation,
  runAsNonRoot,
  noRootUser,
  seccompProfile,
  defaultProcMount,
  safeSysctls,
  safeSelinuxOptions,
  safeApparmorProfile,
  noHostInProbes,
  readOnlyRootFilesystem,
  requireNumericUser,
  noRootGroup,
  noServiceAccountToken,
  noDefaultServiceAccount,
  requireVolumeGroup,
  changeVolumeOwnerOnce,
  noSharedProcesses,
  requireCpuRequest,
  requireMemoryRequest,
  requireMemoryLimit,
  requireEphemeralStorageLimit,
  limitEmptyDir,
  equalMemoryRequestAndLimit,
  noLatestImage,
  noMovingImageTag,
  requireReadinessProbe,
  requireLivenessProbe,
  noIdenticalProbes,
  requireStartupProbe,
  noShortGracePeriod,
  requireReplicas,
  requireDisruptionBudget,
  disruptionBudgetLetsDrain,
  evictUnhealthyPods,
  requireSpread,
  requireRollingUpdate,
  noSurgeWithSingleClaim,
  autoscalerHasRoom,
];
