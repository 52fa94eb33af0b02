/* oxlint-disable jest/no-export -- tests share this file */
import { parseAllDocuments } from 'yaml';
import type { KubernetesObject } from '../../../lib/manifest/kubernetes-object';
import type { Resource } from '../../../lib/manifest/resource';
import { makePlan } from '../../../lib/plan/make-plan';
import type { PlanOptions } from '../../../lib/plan/options';
import type { PlanFinding } from '../../../lib/plan/plan';
import type { PlanRule } from '../../../lib/plan/rule';

/** The options of a rule's tests that say nothing else. */
export const OPTIONS: PlanOptions = { apply: 'server', target: 'kubectl', kubernetes: '1.33', assume: {} };

/** The manifests before and afterwards, and what the rule says: `Kind name: severity (risk): message`, and commands. */
export type PlanRuleCase = readonly [before: string, after: string, ...findings: string[]];

/** What a rule is silent about and what it tells, each case a sentence. */
export interface PlanRuleCases {
  readonly accepts?: Readonly<Record<string, PlanRuleCase>>;
  readonly tells?: Readonly<Record<string, PlanRuleCase>>;
}

/** Tests a rule on changes of manifests, by the plan that is made of them. */
export function describePlanRule(
  rule: PlanRule,
  { accepts = {}, tells = {} }: PlanRuleCases,
  options: Partial<PlanOptions> = {},
): void {
  for (const [sentence, [before, after]] of Object.entries(accepts))
    test(`${rule.id} says nothing of ${sentence}`, () =>
      expect(findingsOf(rule, before, after, options).map(textOf)).toEqual([]));
  for (const [sentence, [before, after, ...expected]] of Object.entries(tells))
    test(`${rule.id} tells of ${sentence}`, () => {
      const findings = findingsOf(rule, before, after, options);

      expect(expected).not.toEqual([]);
      expect(findings.flatMap((finding) => [textOf(finding), ...(finding.commands ?? []).map(commandOf)])).toEqual(
        expected,
      );
      expect(findings.filter(({ severity }) => !rule.levels.includes(severity))).toEqual([]);
      expect(findings.filter(({ message, remedy }) => /\n/.test(message) || remedy === '')).toEqual([]);
    });
}

/** What a rule says of a change. */
export function findingsOf(
  rule: PlanRule,
  before: string,
  after: string,
  options: Partial<PlanOptions> = {},
): readonly PlanFinding[] {
  const plan = makePlan(resourcesOf(before), resourcesOf(after), { ...OPTIONS, ...options }, 'prod', [rule]);
  return plan.changes.flatMap(({ findings }) => findings);
}

/** The objects of a YAML text. */
export function resourcesOf(text: string): readonly Resource[] {
  return parseAllDocuments(text).flatMap((document, index) => {
    const object = document.toJS() as KubernetesObject | null;
    return object ? [{ object, origin: { file: 'dist/prod/shop.yaml', document: index } }] : [];
  });
}

function textOf({ resource: { kind, name }, severity, risk, message }: PlanFinding): string {
  return `${kind} ${name}: ${severity}${risk ? ` (${risk})` : ''}: ${message}`;
}

function commandOf(command: string): string {
  return `$ ${command}`;
}
