import { isMap } from '../manifest/pods';
import { show } from '../manifest/fields';
import type { Rule } from './rule';

const SEVERITIES: ReadonlySet<unknown> = new Set(['error', 'warning', 'note', 'off']);
const TEXTS = ['group', 'what', 'why', 'remedy'] as const;

/** What is wrong with rules that are to join others: each problem says what to write instead. */
export function ruleProblems(rules: unknown, known: readonly Rule[]): readonly string[] {
  if (!Array.isArray(rules)) return [`rules is ${show(rules)}, which is no list: write [rule]`];
  const taken = new Set(known.map(({ id }) => id));
  return rules.flatMap((rule: unknown, index) => {
    const problem = isMap(rule) ? problemOf(rule, taken) : `is ${show(rule)}: write { id, severity, …, check }`;
    if (isMap(rule) && typeof rule.id === 'string') taken.add(rule.id);
    return problem === undefined ? [] : [`rules[${index}] ${problem}`];
  });
}

function problemOf(rule: Readonly<Record<string, unknown>>, taken: ReadonlySet<string>): string | undefined {
  const { id, severity, check } = rule;
  if (typeof id !== 'string' || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
    return `has the id ${show(id)}: write small letters, digits and '-', such as 'require-team-label'`;
  }
  if (taken.has(id)) return `has the id '${id}', which another rule has: choose another id`;
  for (const preset of ['development', 'production']) {
    const level = isMap(severity) ? severity[preset] : undefined;
    if (!SEVERITIES.has(level)) {
      return `('${id}') has the severity ${show(level)} in ${preset}: write 'error', 'warning', 'note' or 'off'`;
    }
  }
  const silent = TEXTS.find((field) => typeof rule[field] !== 'string' || rule[field].trim() === '');
  if (silent !== undefined) return `('${id}') has no ${silent}: say it in a few words`;
  return typeof check === 'function' ? undefined : `('${id}') has no check: write a function that returns violations`;
}
