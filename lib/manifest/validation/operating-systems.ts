import { type Checks, forbid } from './check';
import type { Field } from './field';

/** What a pod of Windows cannot have, by itself and in its containers. */
const OF_LINUX = {
  pod: ['hostUsers', 'shareProcessNamespace', 'resources'],
  podSecurity: [
    'appArmorProfile',
    'seLinuxOptions',
    'seccompProfile',
    'fsGroup',
    'fsGroupChangePolicy',
    'runAsUser',
    'runAsGroup',
    'supplementalGroups',
    'supplementalGroupsPolicy',
    'seLinuxChangePolicy',
  ],
  security: [
    'appArmorProfile',
    'seLinuxOptions',
    'seccompProfile',
    'capabilities',
    'readOnlyRootFilesystem',
    'privileged',
    'allowPrivilegeEscalation',
    'procMount',
    'runAsUser',
    'runAsGroup',
  ],
} as const;

/** Pods that say which operating system they are of. https://kubernetes.io/docs/concepts/workloads/pods/#pod-os */
export const OPERATING_SYSTEM_CHECKS: Checks = {
  'core.v1.PodSpec': (pod) => {
    if (!pod.has('os')) return;
    const name = pod.get('os').textOf('name');
    if (name === 'windows') checkWindows(pod);
    if (name === 'linux')
      for (const security of securityOf(pod)) forbid(security.get('windowsOptions'), 'with os: linux');
  },
  'core.v1.WindowsSecurityContextOptions': (options) => {
    const user = options.get('runAsUserName');
    if (user.text === '') user.refuse('valid-object', 'must not be empty');
  },
};

function checkWindows(pod: Field): void {
  const [security, ...ofContainers] = securityOf(pod);
  for (const name of OF_LINUX.pod) forbid(pod.get(name), 'with os: windows');
  for (const name of ['hostPID', 'hostIPC']) if (pod.read(name) === true) forbid(pod.get(name), 'with os: windows');
  for (const name of OF_LINUX.podSecurity) forbid(security!.get(name), 'with os: windows');
  if (!security!.get('sysctls').empty) forbid(security!.get('sysctls'), 'with os: windows');
  for (const own of ofContainers) for (const name of OF_LINUX.security) forbid(own.get(name), 'with os: windows');
}

/** The pod's own first. */
function securityOf(pod: Field): readonly Field[] {
  const containers = ['initContainers', 'containers'].flatMap((list) => pod.get(list).items());
  return [pod, ...containers].map((owner) => owner.get('securityContext'));
}
