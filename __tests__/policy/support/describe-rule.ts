/* oxlint-disable jest/no-export -- tests share this file */
import { parseAllDocuments } from 'yaml';
import type { KubernetesObject } from '../../../lib/manifest/kubernetes-object';
import type { Resource } from '../../../lib/manifest/resource';
import type { Target } from '../../../lib/manifest/target';
import type { Rule } from '../../../lib/policy/rule';

/** The target of a rule's tests that say nothing else. */
export const TARGET: Target = { kubernetes: '1.33', podSecurity: 'restricted', preset: 'production', external: [] };

/** What a rule accepts and rejects, each case a sentence. */
export interface RuleCases {
  readonly accepts?: Readonly<Record<string, string>>;
  /** The manifests, and what the rule says of them: `path: message`, or the message alone. */
  readonly rejects?: Readonly<Record<string, readonly [manifests: string, ...violations: string[]]>>;
}

/** Tests a rule on manifests. */
export function describeRule(
  rule: Rule,
  { accepts = {}, rejects = {} }: RuleCases,
  target: Partial<Target> = {},
): void {
  const judge = (text: string) =>
    rule
      .check(resourcesOf(text), { ...TARGET, ...target })
      .map(({ path, message }) => (path === undefined ? message : `${path}: ${message}`));

  for (const [sentence, text] of Object.entries(accepts))
    test(`${rule.id} accepts ${sentence}`, () => expect(judge(text)).toEqual([]));
  for (const [sentence, [text, ...violations]] of Object.entries(rejects))
    test(`${rule.id} rejects ${sentence}`, () => expect(judge(text)).toEqual(violations));
}

/** The objects of a YAML text. */
export function resourcesOf(text: string): readonly Resource[] {
  return parseAllDocuments(text).map((document, index) => ({
    object: document.toJS() as KubernetesObject,
    origin: { file: 'test.yaml', document: index },
  }));
}
