import type { ContainerProps } from './container-props';
import { envValueProblems, secretProblems, variableNameProblems } from './env';
import { identityProblem } from './identity-problem';
import { imageProblem } from './image';
import { type LifecycleLimits, lifecycleProblems } from './lifecycle-problems';
import { portProblems } from './ports';
import { probeProblems } from './probe-problems';
import { commandProblems } from './request-problems';
import { resourceProblems } from './resources';
import { securityProblems } from './security';

/** What the props of a container have to fit. */
export interface ContainerLimits extends LifecycleLimits {
  /** Whether it runs to its end before the others start. */
  readonly initial: boolean;
  readonly user?: number;
  readonly group?: number;
}

/** What is wrong with the props of a container. */
export function containerProblems(props: ContainerProps, limits: ContainerLimits): readonly string[] {
  const { image, resources, health = {}, lifecycle = {}, env = {}, secrets = {} } = props;
  const problems = [
    imageProblem(image),
    ...programProblems(props),
    ...(['user', 'group'] as const).map((id) =>
      limits[id] === undefined ? undefined : identityProblem(id, limits[id]),
    ),
    ...resourceProblems(resources),
    ...portProblems(limits.ports),
    ...(limits.initial
      ? initialProblems(props)
      : [...probeProblems(health, limits.ports), ...lifecycleProblems(lifecycle, limits)]),
    ...configNameProblems(props.config),
    ...secretProblems(secrets),
    ...envValueProblems(env),
    ...securityProblems(props.security),
  ];
  return problems.filter((problem) => problem !== undefined);
}

function programProblems({ command, args, workingDir, imagePullPolicy }: ContainerProps): readonly string[] {
  const problems = [
    ...(command === undefined ? [] : commandProblems('command', command)),
    ...(args === undefined ? [] : commandProblems('args', args)),
  ];
  if (workingDir !== undefined && !workingDir.startsWith('/')) {
    problems.push(`workingDir is '${workingDir}': write an absolute path`);
  }
  if (![undefined, 'Always', 'IfNotPresent', 'Never'].includes(imagePullPolicy)) {
    problems.push(`imagePullPolicy is '${imagePullPolicy}': use 'Always', 'IfNotPresent' or 'Never'`);
  }
  return problems;
}

function initialProblems(props: ContainerProps): readonly string[] {
  return (['health', 'lifecycle'] as const)
    .filter((name) => props[name] !== undefined)
    .map(
      (name) => `has ${name}, but an init container runs to its end before anybody asks: remove it, or add a sidecar`,
    );
}

/** Kubernetes leaves out a key that is no variable name, and says so in an event at most. */
function configNameProblems(config: ContainerProps['config']): readonly string[] {
  if (config === undefined || 'volumeSource' in config) return [];
  return Object.keys(config).flatMap((key) => variableNameProblems('config', key));
}
