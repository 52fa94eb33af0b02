import type { Condition, Container, Pod } from './types';

/** The status of a pod whose containers all run and are ready. */
export function running(pod: Pod, podIP: string) {
  const now = new Date().toISOString();
  return {
    phase: 'Running',
    podIP,
    podIPs: [{ ip: podIP }],
    hostIP: '192.0.2.1',
    startTime: now,
    conditions: conditions(pod, now, { Initialized: 'True', ContainersReady: 'True', Ready: 'True' }),
    initContainerStatuses: pod.spec.initContainers?.map((container) =>
      isSidecar(container) ? runs(container, now) : completed(container, now),
    ),
    containerStatuses: pod.spec.containers.map((container) => runs(container, now)),
  };
}

/** The status of a pod whose containers all came to an end without an error. */
export function succeeded(pod: Pod) {
  const now = new Date().toISOString();
  return {
    phase: 'Succeeded',
    conditions: conditions(pod, now, { ContainersReady: 'False', Ready: 'False' }, 'PodCompleted'),
    initContainerStatuses: pod.spec.initContainers?.map((container) => completed(container, now)),
    containerStatuses: pod.spec.containers.map((container) => completed(container, now)),
  };
}

/** The status of a pod that waits for a ConfigMap or a Secret. */
export function waiting(pod: Pod, message: string) {
  const state = { waiting: { reason: 'CreateContainerConfigError', message } };
  return {
    phase: 'Pending',
    containerStatuses: pod.spec.containers.map((container) => ({ ...base(container), ready: false, state })),
  };
}

/** An init container that restarts always runs beside the others. */
function isSidecar({ restartPolicy }: Container): boolean {
  return restartPolicy === 'Always';
}

function conditions(pod: Pod, now: string, states: Readonly<Record<string, string>>, reason?: string): Condition[] {
  const kept = (pod.status?.conditions ?? []).filter(({ type }) => !(type in states));
  const changed = Object.entries(states).map(([type, status]) => ({ type, status, reason, lastTransitionTime: now }));
  return [...kept, ...changed];
}

function runs(container: Container, startedAt: string) {
  return { ...base(container), ready: true, started: true, state: { running: { startedAt } } };
}

function completed(container: Container, finishedAt: string) {
  const terminated = { exitCode: 0, reason: 'Completed', startedAt: finishedAt, finishedAt };
  return { ...base(container), ready: !isSidecar(container), started: false, state: { terminated } };
}

function base({ name, image = '' }: Container) {
  return { name, image, imageID: image, restartCount: 0, containerID: `stand-in://${name}` };
}
