import type { Finding } from '../manifest/finding';
import { type Resource, resourceId } from '../manifest/resource';
import type { Target } from '../manifest/target';
import type { Acknowledgement } from './acknowledgement';
import { applyAcknowledgements, type Broken } from './acknowledgements';
import { violationsInPods } from './each-pod';
import { RULES } from './registry';
import type { Rule, Severity } from './rule';

/** What was found in the objects of one environment. */
export interface Judgement {
  readonly findings: readonly Finding[];
  /** Findings that somebody has acknowledged; they are none any more. */
  readonly acknowledged: readonly (Finding & { readonly acknowledgement: Acknowledgement })[];
}

/** What a judgement depends on beside the objects. */
export interface JudgeOptions {
  /** @default - every rule of the gate */
  readonly rules?: readonly Rule[];
  /** Ids of rules that somebody else judges by, which may be acknowledged. @default - none */
  readonly otherRules?: readonly string[];
  /** The day, such as `2026-11-22`. @default - no acknowledgement expires */
  readonly today?: string;
}

/** Judges the objects of one environment by every rule; what is acknowledged is no finding. */
export function check(
  resources: readonly Resource[],
  target: Target,
  rules: readonly Rule[] = RULES,
  today?: string,
): Finding[] {
  return [...judge(resources, target, { rules, today }).findings];
}

/** The same, and what is acknowledged too. */
export function judge(resources: readonly Resource[], target: Target, options: JudgeOptions = {}): Judgement {
  const { rules = RULES, otherRules, today } = options;
  const isOn = (rule: Rule): boolean => rule.severity[target.preset] !== 'off' && rule.isAskedFor?.(target) !== false;
  const asked = rules.filter(isOn);
  const inPods = violationsInPods(asked, resources, target);
  const broken = asked.flatMap((rule) =>
    (inPods.get(rule) ?? rule.check(resources, target)).map((violation): Broken => ({ rule, violation })),
  );
  const { open, acknowledged } = applyAcknowledgements(resources, broken, { rules, otherRules, today, isOn });
  return {
    findings: open.map((item) => toFinding(item, target)),
    acknowledged: acknowledged.map((item) => ({ ...toFinding(item, target), acknowledgement: item.acknowledgement })),
  };
}

function toFinding({ rule, violation }: Broken, { preset }: Target): Finding {
  const { id, why, remedy, link } = rule;
  const { resource, message, path } = violation;
  const place = { resource: resourceId(resource.object), path, origin: resource.origin };
  return { rule: id, severity: rule.severity[preset] as Severity, message, why, remedy, link, ...place };
}
