import { canSleep, type Hook, type Lifecycle, type SleepMeans } from './lifecycle';
import type { NamedPort } from './ports';
import { commandProblems, portReferenceProblems, requestProblems } from './request-problems';
import { type Names, unknownNames } from '../application/unknown-names';

const HOOKS: Names<Lifecycle> = { postStart: true, preStop: true };
const FORMS = ['exec', 'http', 'sleep'] as const;

/** What the hooks of a container have to fit. */
export interface LifecycleLimits extends SleepMeans {
  readonly ports: readonly NamedPort[];
  /** The seconds that the pod has to end. */
  readonly gracePeriod: number;
}

/** What is wrong with the hooks of a container. */
export function lifecycleProblems(lifecycle: Lifecycle, limits: LifecycleLimits): readonly string[] {
  const problems = (['postStart', 'preStop'] as const).flatMap((name) => {
    const hook = lifecycle[name];
    return hook === undefined ? [] : hookProblems(`lifecycle.${name}`, hook, limits);
  });
  return [...unknownNames('lifecycle', lifecycle, HOOKS), ...problems];
}

function hookProblems(what: string, hook: Hook, limits: LifecycleLimits): readonly string[] {
  const forms = FORMS.filter((form) => form in hook);
  if (forms.length !== 1) {
    const things = forms.length === 0 ? 'nothing' : `several things (${forms.join(', ')})`;
    return [`${what} does ${things}: use one of ${FORMS.join(', ')}`];
  }
  if ('sleep' in hook) return sleepProblems(what, hook.sleep, limits);
  if ('http' in hook) return [...requestProblems(what, hook), ...portReferenceProblems(what, hook.port, limits.ports)];
  if (hook.exec.length === 0) return [`${what} has an empty command: write the program and its arguments`];
  return commandProblems(`${what}.exec`, hook.exec);
}

function sleepProblems(what: string, seconds: unknown, limits: LifecycleLimits): readonly string[] {
  if (!Number.isInteger(seconds) || Number(seconds) < 0) {
    return [`${what}.sleep is ${String(seconds)}: use a whole number of seconds`];
  }
  if (Number(seconds) > 0 && !canSleep(limits)) {
    return [
      `${what}.sleep needs Kubernetes 1.30, and the environment has ${limits.kubernetes}: add shell: true if the image has a sleep command, or leave it out`,
    ];
  }
  if (Number(seconds) === 0 || Number(seconds) < limits.gracePeriod) return [];
  return [
    `${what}.sleep (${seconds}) must be less than terminationGracePeriodSeconds (${limits.gracePeriod}): raise that, or sleep less`,
  ];
}
