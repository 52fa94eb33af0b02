import type { PodSecurityCheck } from './check';
import { defaultProcMount } from './checks/default-proc-mount';
import { dropAllCapabilities } from './checks/drop-all-capabilities';
import { dangerousCapabilities } from './checks/no-dangerous-capabilities';
import { hostInProbes } from './checks/no-host-in-probes';
import { hostNamespaces } from './checks/no-host-namespaces';
import { hostPath } from './checks/no-host-path';
import { hostPort } from './checks/no-host-port';
import { hostProcess } from './checks/no-host-process';
import { privilegeEscalation } from './checks/no-privilege-escalation';
import { privilegedContainer } from './checks/no-privileged-container';
import { rootUser } from './checks/no-root-user';
import { volumeTypes } from './checks/restricted-volume-types';
import { runAsNonRoot } from './checks/run-as-non-root';
import { safeApparmorProfile } from './checks/safe-apparmor-profile';
import { safeSelinuxOptions } from './checks/safe-selinux-options';
import { safeSysctls } from './checks/safe-sysctls';
import { seccompProfile } from './checks/seccomp-profile';

/** Every control of the Pod Security Standards, those of `baseline` first. */
export const POD_SECURITY_CHECKS: readonly PodSecurityCheck[] = [
  hostProcess,
  hostNamespaces,
  privilegedContainer,
  dangerousCapabilities,
  hostPath,
  hostPort,
  hostInProbes,
  safeApparmorProfile,
  safeSelinuxOptions,
  defaultProcMount,
  seccompProfile,
  safeSysctls,
  volumeTypes,
  privilegeEscalation,
  runAsNonRoot,
  rootUser,
  dropAllCapabilities,
];
