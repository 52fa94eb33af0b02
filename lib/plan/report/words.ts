import { describeResource } from '../../manifest/resource';
import type { Action, PlannedChange, Risk, Rollout } from '../plan';
import type { Group } from './group';
import { toldOf } from './told';

/** A sign for each action, and one for terminals that have only ASCII. */
const SIGNS: Readonly<Record<Action, readonly [sign: string, ascii: string]>> = {
  create: ['+', '+'],
  update: ['~', '~'],
  scale: ['±', '+-'],
  rollout: ['↻', '@'],
  replace: ['✗', 'x'],
  invalid: ['✗', 'x'],
  delete: ['-', '-'],
  orphan: ['○', 'o'],
  move: ['→', '>'],
  'no-effect': ['=', '='],
  ineffective: ['!', '!'],
};

const VERDICTS: Readonly<Record<Action, string>> = {
  create: 'is new',
  update: 'changes in place',
  scale: 'scales',
  rollout: 'restarts',
  replace: 'is REJECTED',
  invalid: 'is INVALID',
  delete: 'is deleted',
  orphan: 'stays behind',
  move: 'gets a new name',
  'no-effect': 'stays the same',
  ineffective: 'does not change',
};

const ROLLOUTS: Readonly<Record<Rollout, string>> = {
  rolling: 'restarts',
  'all-at-once': 'restarts all at once',
  staged: 'is stored, restarts later',
  'next-run': 'changes with its next run',
};

const RISKS: Readonly<Record<Risk, string>> = {
  'data-loss': 'DATA LOSS',
  downtime: 'DOWNTIME',
  exposure: 'EXPOSURE',
  privilege: 'PRIVILEGE',
  'cluster-wide': 'CLUSTER-WIDE',
  unknown: 'UNKNOWN',
};

/** The sign of an action. */
export function signOf(action: Action, unicode: boolean): string {
  return SIGNS[action][unicode ? 0 : 1];
}

/** What becomes of one resource, or of several, in the fewest words. */
export function verdictOf({ action, rollout }: Pick<PlannedChange, 'action' | 'rollout'>, number = 1): string {
  const verdict = rollout && action !== 'move' ? ROLLOUTS[rollout] : VERDICTS[action];
  return number === 1
    ? verdict
    : verdict
        .replace(/^is /, 'are ')
        .replace(/^does /, 'do ')
        .replace(/^(\w+[^s ])s\b/, '$1');
}

/** What is at stake, in the words of the field, each once; that nothing is known of a kind is none of it. */
export function risksOf({ risks }: Pick<PlannedChange, 'risks'>): readonly string[] {
  return [...new Set(risks)].filter((risk) => risk !== 'unknown').map((risk) => RISKS[risk]);
}

/** Why the changes of a group happen; empty if a finding says the same. */
export function reasonOf(group: Group): string {
  const { findings, reason } = toldOf(group);
  return findings.some(({ message }) => message === reason) ? '' : reason;
}

/** One finding of each change of a group, without the reason if it is told anyway; of several, that it is so for each. */
export function messageOf(group: Group, index: number): string {
  const { findings, reason } = toldOf(group);
  const { message } = findings[index]!;
  const isTwice = reason !== '' && message.endsWith(`: ${reason}`);
  const text = isTwice ? message.slice(0, -`: ${reason}`.length) : message;
  return group.length > 1 ? `each: ${text}` : text;
}

/** A resource by its kind and name, and for one with a new name by both: `ConfigMap shop/config-1 → config-2`. */
export function titleOf({ id, from }: Pick<PlannedChange, 'id' | 'from'>): string {
  if (!from) return describeResource(id);
  const target = from.namespace === id.namespace ? id.name : `${id.namespace}/${id.name}`;
  return `${describeResource(from)} → ${target}`;
}

/** The same without the kind: `shop/web`. */
export function nameOf(change: Pick<PlannedChange, 'id' | 'from'>): string {
  return titleOf(change).slice(change.id.kind.length + 1);
}
