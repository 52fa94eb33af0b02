import { isAtLeast } from '../version';
import { type About, type Checks, forbid, need, port, unique } from './check';
import type { Field } from './field';
import { portName } from './syntax';

/** The ports of containers. */
export const CONTAINER_CHECKS: Checks = {
  'core.v1.ContainerPort.containerPort': port,
  'core.v1.ContainerPort.hostPort': (host) => {
    if (host.number !== 0) port(host);
  },
};

/** A container in its pod. */
export function checkContainer(container: Field, about: About): void {
  const image = container.get('image');
  need(image);
  if (about.kind === 'Pod' && image.text && image.text !== image.text.trim()) {
    image.refuse('valid-object', 'must not begin or end with a space');
  }
  if (container.has('ports')) checkPortNames(container.get('ports').items());
  if (container.has('resizePolicy')) checkResize(container);
}

function checkPortNames(ports: readonly Field[]): void {
  if (ports.length < 2) return;
  const names = new Set<string>();
  const numbers = new Set<string>();
  for (const item of ports) {
    const text = item.textOf('name');
    if (text && names.has(text) && portName(text) === undefined)
      item.get('name').refuse('no-duplicates', `is there twice: ${text}`);
    if (text) names.add(text);
    const number = `${item.get('containerPort').number} ${item.textOf('protocol') || 'TCP'}`;
    if (numbers.has(number)) item.refuse('no-duplicate-ports', `the number is there twice: ${number}`);
    numbers.add(number);
  }
}

function checkResize(container: Field): void {
  const policies = container.get('resizePolicy').items();
  const isRestarted = container.parent?.parent?.textOf('restartPolicy') !== 'Never';
  unique(policies, 'resourceName');
  for (const policy of policies) {
    const name = policy.get('resourceName');
    if (!['cpu', 'memory', undefined, ''].includes(name.text))
      name.refuse('valid-object', `must be cpu or memory: ${name.text}`);
    const restart = policy.get('restartPolicy');
    if (!isRestarted && restart.text === 'RestartContainer')
      restart.refuse('valid-object', 'must be NotRequired in a pod with restartPolicy: Never');
  }
}

/** What a container may have only while it goes on running: probes and hooks. */
export function checkInitContainer(container: Field, about: About): void {
  const policy = container.get('restartPolicy');
  if (policy.text && policy.text !== 'Always' && !isAtLeast(about.version, '1.35')) {
    policy.refuse('valid-object', `must be Always: ${policy.text}`);
  }
  if (policy.text === 'Always') return;
  for (const name of ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe']) {
    forbid(container.get(name), 'on an init container without restartPolicy: Always');
  }
}
