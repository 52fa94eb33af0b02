import { isAtLeast } from '../version';
import { isIp } from './addresses';
import { type About, type Checks, forbid, obeyItem } from './check';
import { checkContainer, checkInitContainer } from './containers';
import type { Field } from './field';
import { checkLabels } from './metadata';
import { checkMounts } from './mounts';
import { checkSleep } from './probes';
import { checkOverhead } from './resources';
import { dnsName } from './syntax';

const DEFAULT_GRACE = 30;

/** Pods as a whole. */
export const POD_CHECKS: Checks = {
  'core.v1.PodSpec': (pod, about) => {
    checkContainers(pod, about);
    checkHost(pod);
    if (about.kind === 'Pod') checkGrace(pod.get('terminationGracePeriodSeconds'));
    if (pod.has('ephemeralContainers') && !pod.get('ephemeralContainers').empty)
      forbid(
        pod.get('ephemeralContainers'),
        about.kind === 'Pod' ? 'before the pod is there' : 'in a template of pods',
      );
    if (about.kind === 'Pod' && !pod.get('nodeName').empty && !pod.get('schedulingGates').empty)
      forbid(pod.get('nodeName'), 'beside schedulingGates');
  },
  'core.v1.PodSpec.nodeSelector': checkLabels,
  'core.v1.PodSpec.overhead': checkOverhead,
  'core.v1.HostAlias': (alias) => {
    const ip = alias.get('ip');
    if (ip.text && !isIp(ip.text)) ip.refuse('valid-object', `is no IP address: ${ip.text}`);
    for (const host of alias.get('hostnames').items()) obeyItem(host, dnsName);
  },
};

function checkContainers(pod: Field, about: About): void {
  const containers = pod.get('containers');
  const initial = pod.get('initContainers').items();
  const running = containers.items();
  if (Array.isArray(containers.value) && running.length === 0) containers.refuse('valid-object', 'must not be empty');
  if (initial.length > 0) checkInitNames(initial, running);
  const volumes = volumeNames(pod);
  const grace = pod.get('terminationGracePeriodSeconds').number ?? DEFAULT_GRACE;
  for (const container of [...initial, ...running]) {
    checkContainer(container, about);
    checkMounts(container, volumes);
    if (container.has('lifecycle')) checkSleep(container, grace);
  }
  for (const container of initial) checkInitContainer(container, about);
  checkHostPorts(pod, running);
  if (isAtLeast(about.version, '1.35')) return;
  for (const container of running) forbid(container.get('restartPolicy'), 'on a container before Kubernetes 1.35');
}

function checkInitNames(initial: readonly Field[], running: readonly Field[]): void {
  const taken = new Set(running.map((container) => container.textOf('name')));
  for (const container of initial) {
    const { text } = container.get('name');
    if (text !== undefined && taken.has(text)) container.get('name').refuse('no-duplicates', `is there twice: ${text}`);
  }
}

/** The names that mounts may have; a StatefulSet gives its pods a volume for each claim template. */
function volumeNames(pod: Field): ReadonlySet<string | undefined> {
  const names = new Set<string | undefined>();
  for (const volume of pod.get('volumes').items()) names.add(volume.textOf('name'));
  const claims = pod.parent?.parent?.get('volumeClaimTemplates').items() ?? [];
  for (const claim of claims) names.add(claim.get('metadata').textOf('name'));
  return names;
}

function checkGrace(grace: Field): void {
  if ((grace.number ?? 0) < 0) grace.refuse('valid-object', `must not be negative, is ${grace.number}`);
}

function checkHostPorts(pod: Field, containers: readonly Field[]): void {
  const shared = onHost(pod);
  const onHosts = (port: Field): boolean => shared || port.has('hostPort');
  const ports = containers.flatMap((container) => container.get('ports').items().filter(onHosts));
  const seen = new Set<string>();
  for (const port of ports) {
    const host = port.get('hostPort');
    if (shared && host.number && host.number !== port.get('containerPort').number) {
      host.refuse('valid-ports', `must be the containerPort with hostNetwork, is ${host.number}`);
    }
    const number = host.number || (shared ? port.get('containerPort').number : 0);
    const key = `${port.get('protocol').text || 'TCP'} ${port.get('hostIP').text ?? ''} ${number}`;
    if (number && seen.has(key)) host.refuse('no-duplicates', `is there twice: ${number}`);
    seen.add(key);
  }
}

function checkHost(pod: Field): void {
  if (pod.read('hostPID') === true && pod.read('shareProcessNamespace') === true) {
    pod.get('shareProcessNamespace').refuse('valid-object', 'must not be set with hostPID');
  }
  if (onHost(pod)) checkSysctls(pod);
  if (pod.read('hostUsers') !== false) return checkMasks(pod);
  for (const name of ['hostNetwork', 'hostPID', 'hostIPC']) {
    if (pod.read(name) === true) pod.get(name).refuse('valid-object', 'must not be set with hostUsers: false');
  }
}

function checkSysctls(pod: Field): void {
  for (const sysctl of pod.at('securityContext', 'sysctls').items()) {
    if (sysctl.textOf('name')?.startsWith('net.'))
      sysctl.get('name').refuse('valid-object', 'must not be set with hostNetwork');
  }
}

function checkMasks(pod: Field): void {
  for (const list of ['initContainers', 'containers']) {
    for (const container of pod.get(list).items()) {
      const security = container.get('securityContext');
      if (security.textOf('procMount') !== 'Unmasked') continue;
      security.get('procMount').refuse('valid-object', 'must not be Unmasked without hostUsers: false');
    }
  }
}

function onHost(pod: Field): boolean {
  return pod.read('hostNetwork') === true;
}
