import type { Finding } from '../manifest/finding';
import { type Resource, resourceId } from '../manifest/resource';
import type { Target } from '../manifest/target';
import { RULES } from './registry';
import type { Rule, Violation } from './rule';

/** Judges the objects of one environment by every rule. */
export function check(resources: readonly Resource[], target: Target): Finding[] {
  return RULES.flatMap((rule) => rule.check(resources, target).map((violation) => toFinding(rule, violation)));
}

function toFinding(rule: Rule, { resource, message, path }: Violation): Finding {
  const { id, severity, why, remedy, link } = rule;
  const place = { resource: resourceId(resource.object), path, origin: resource.origin };
  return { rule: id, severity, message, why, remedy, link, ...place };
}
