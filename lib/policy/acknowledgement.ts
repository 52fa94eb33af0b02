import { show } from '../manifest/fields';
import { isMap } from '../manifest/pods';
import type { Resource } from '../manifest/resource';
import type { Violation } from './rule';

/** The annotation of an object that acknowledges findings about it: a JSON list. */
export const ACKNOWLEDGE = 'slipway.dev/acknowledge';

/** That somebody knows of a finding, and why it is to stay. */
export interface Acknowledgement {
  /** The rule that is broken. */
  readonly rule: string;
  /** Why. */
  readonly reason: string;
  /** The last day that it holds, such as `2027-03-31`. @default - it holds for good */
  readonly until?: string;
  /** The container that it is about. @default - all of the object */
  readonly container?: string;
}

/** The acknowledgements of an object, and what is wrong with its annotation. */
export function acknowledgementsOf(resource: Resource): {
  readonly valid: readonly Acknowledgement[];
  readonly invalid: readonly Violation[];
} {
  const text: unknown = resource.object.metadata.annotations?.[ACKNOWLEDGE];
  if (text === undefined) return NONE;
  const list = parse(text);
  const broken = (message: string) => ({ resource, message, path: `metadata.annotations[${ACKNOWLEDGE}]` });
  if (!Array.isArray(list)) return { valid: [], invalid: [broken('the annotation is no JSON list')] };
  const problems = list.map((item: unknown) => acknowledgementProblem(item));
  return {
    valid: list.filter((_, index) => problems[index] === undefined) as Acknowledgement[],
    invalid: problems.flatMap((problem, index) => (problem === undefined ? [] : [broken(`${index + 1}: ${problem}`)])),
  };
}

const NONE = { valid: [], invalid: [] } as const;

/** What is wrong with an acknowledgement, or `undefined`. */
export function acknowledgementProblem(value: unknown): string | undefined {
  if (!isMap(value)) return 'is no map: write it as {"rule": "…", "reason": "…"}';
  const { rule, reason, until, container, ...others } = value;
  if (typeof rule !== 'string' || rule === '') return 'has no rule: name the rule that is acknowledged';
  if (typeof reason !== 'string' || reason.trim() === '') return `'${rule}' has no reason: say why it is to stay`;
  if (until !== undefined && !isDay(until)) {
    return `'${rule}' has until '${show(until)}', which is no day: write it like 2027-03-31`;
  }
  if (container !== undefined && typeof container !== 'string') return `'${rule}' has a container that is no name`;
  const [unknown] = Object.keys(others);
  return unknown === undefined ? undefined : `'${rule}' has the unknown field '${unknown}': remove it`;
}

function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

function parse(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
