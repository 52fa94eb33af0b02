import { labelProblems } from '../application/labels';
import { labelProblem, subdomainProblem } from '../application/names';
import { quoted } from '../application/quoted';
import { unknownNames } from '../application/unknown-names';
import { type WorkloadKind, mistypedProps } from './mistyped-props';
import { scaleProblems } from './scale';
import { spreadProblems } from './spread';
import type { WorkloadProps } from './workload-props';
import type { WorkloadRole } from './workload-role';

/** A pod of a StatefulSet has a label with the set's name and a hash of ten characters, at most 63 together. */
const LONGEST_STATEFUL_SET = 52;

/** What is wrong with the props that every workload has. */
export function workloadProblems(
  { id, name }: { readonly id: string; readonly name: string },
  props: WorkloadProps,
  role: WorkloadRole,
): readonly string[] {
  const problems = [
    labelProblem('the id', id, LONGEST_STATEFUL_SET),
    ...mistypedProps(props, kindOf(role)),
    ...nameProblems(id, name, props, role),
    ...selectorProblems(props),
    ...scaleProblems(role.scale),
    ...countProblems(props),
    ...placementProblems(props),
    ...spreadProblems(props.spread),
    ...annotationProblems(props.podAnnotations),
    typeof props.serviceAccount === 'string' ? subdomainProblem('serviceAccount', props.serviceAccount) : undefined,
  ];
  return problems.filter((problem) => problem !== undefined);
}

function kindOf({ kind, serves }: WorkloadRole): WorkloadKind {
  if (kind === 'StatefulSet') return 'StatefulService';
  return serves ? 'WebService' : 'Worker';
}

/** A Service's name begins with a letter, as it is a host name of old (RFC 1035). */
function nameProblems(
  id: string,
  name: string,
  { adopt }: WorkloadProps,
  { kind, serves }: WorkloadRole,
): readonly (string | undefined)[] {
  const what = adopt?.name === undefined ? 'the name' : 'adopt.name';
  const digit =
    serves && /^\d/.test(name)
      ? `${what} '${name}' begins with a digit, which a Service's can't: begin it with a letter`
      : undefined;
  if (name === id) return [digit];
  if (kind === 'StatefulSet') return [labelProblem(what, name, LONGEST_STATEFUL_SET), digit];
  return [serves ? labelProblem(what, name) : subdomainProblem(what, name), digit];
}

function selectorProblems({ adopt }: WorkloadProps): readonly string[] {
  if (!adopt) return [];
  const { selector } = adopt;
  const empty = selector !== undefined && Object.keys(selector).length === 0;
  return [
    ...unknownNames('adopt', adopt, { name: true, selector: true }),
    ...labelProblems('adopt.selector', selector),
    ...(empty ? ['adopt.selector is empty, which would select nothing: write the labels that live pods have'] : []),
  ];
}

function countProblems(props: WorkloadProps): readonly string[] {
  return (['terminationGracePeriodSeconds', 'revisionHistoryLimit', 'minReadySeconds'] as const).flatMap((name) =>
    countProblem(name, props[name]),
  );
}

/** What is wrong with a number that may be 0. */
export function countProblem(name: string, value: unknown): readonly string[] {
  if (value === undefined || (Number.isInteger(value) && Number(value) >= 0)) return [];
  return [`${name} is ${quoted(value)}: use a whole number${name.endsWith('Seconds') ? ' of seconds' : ''}`];
}

function placementProblems({ placement = {} }: WorkloadProps): readonly (string | undefined)[] {
  const { nodeSelector, priorityClass, tolerations = [] } = placement;
  return [
    ...unknownNames('placement', placement, {
      nodeSelector: true,
      affinity: true,
      tolerations: true,
      priorityClass: true,
    }),
    ...labelProblems('placement.nodeSelector', nodeSelector),
    priorityClass === undefined ? undefined : subdomainProblem('placement.priorityClass', priorityClass),
    ...tolerations.map(({ key, operator = 'Equal', value, effect, tolerationSeconds }, index) => {
      const what = `placement.tolerations[${index}]`;
      if (!['Equal', 'Exists'].includes(operator)) return `${what}.operator is '${operator}': use 'Equal' or 'Exists'`;
      if (!key && operator === 'Equal')
        return `${what} has no key: name a taint, or say operator: 'Exists' for all taints`;
      if (value && operator === 'Exists') return `${what} has the value '${value}' and operator 'Exists': remove one`;
      if (tolerationSeconds !== undefined && effect !== 'NoExecute') {
        return `${what}.tolerationSeconds is for effect 'NoExecute', not ${quoted(effect)}: remove it, or set the effect`;
      }
      if (![undefined, 'NoSchedule', 'PreferNoSchedule', 'NoExecute'].includes(effect)) {
        return `${what}.effect is '${effect}': use 'NoSchedule', 'PreferNoSchedule' or 'NoExecute'`;
      }
      return undefined;
    }),
  ];
}

function annotationProblems(annotations: Readonly<Record<string, unknown>> = {}): readonly string[] {
  return Object.entries(annotations).flatMap(([key, value]) => {
    if (!/^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?$/.test(key)) {
      return [`podAnnotations has the key '${key}', which is no annotation key: write it like 'example.com/team'`];
    }
    if (typeof value === 'string') return [];
    return [`podAnnotations['${key}'] is ${String(value)}, which is no text: write '${String(value)}'`];
  });
}
