import type { KubernetesObject } from '../manifest/kubernetes-object';
import type { Resource } from '../manifest/resource';
import { ACKNOWLEDGE, type Acknowledgement, acknowledgementsOf } from './acknowledgement';
import { expiredAcknowledgement, invalidAcknowledgement, unusedAcknowledgement } from './groups/acknowledgements';
import type { Rule, Violation } from './rule';

/** A rule and a place where it is broken. */
export interface Broken {
  readonly rule: Rule;
  readonly violation: Violation;
}

/** A broken rule that somebody has acknowledged. */
export interface Acknowledged extends Broken {
  readonly acknowledgement: Acknowledgement;
}

/** What is known of the day and of the rules. */
export interface Knowledge {
  readonly rules: readonly Rule[];
  /** Ids of rules that somebody else judges by. */
  readonly otherRules?: readonly string[];
  /** Such as `2026-11-22`; without it, no acknowledgement expires. */
  readonly today?: string;
  /** Whether a rule is of interest; an acknowledgement of one that is not may be unused. */
  readonly isOn: (rule: Rule) => boolean;
}

interface Entry {
  readonly resource: Resource;
  readonly acknowledgement: Acknowledgement;
  readonly rule: Rule | undefined;
  readonly expired: boolean;
}

/**
 * Parts what is broken from what is broken and acknowledged. Acknowledgements that are expired, unused or wrong are
 * broken rules themselves.
 */
export function applyAcknowledgements(
  resources: readonly Resource[],
  broken: readonly Broken[],
  knowledge: Knowledge,
): { readonly open: readonly Broken[]; readonly acknowledged: readonly Acknowledged[] } {
  const { entries, invalid } = read(resources, knowledge);
  const used = new Set<Entry>();
  const open: Broken[] = [];
  const acknowledged: Acknowledged[] = [];
  for (const item of broken) {
    const candidates = entries.get(item.violation.resource.object)?.filter((candidate) => covers(candidate, item));
    const entry = candidates?.find(({ expired }) => !expired) ?? candidates?.[0];
    if (entry) used.add(entry);
    if (!entry || entry.expired) open.push(item);
    else acknowledged.push({ ...item, acknowledgement: entry.acknowledgement });
  }
  const complaints = [...entries.values()]
    .flat()
    .flatMap((entry) => complaint(entry, used.has(entry), knowledge) ?? []);
  return { open: [...open, ...invalid, ...complaints], acknowledged };
}

function read(
  resources: readonly Resource[],
  knowledge: Knowledge,
): { readonly entries: ReadonlyMap<KubernetesObject, readonly Entry[]>; readonly invalid: readonly Broken[] } {
  const entries = new Map<KubernetesObject, readonly Entry[]>();
  const invalid: Broken[] = [];
  for (const resource of resources) {
    const found = acknowledgementsOf(resource);
    for (const violation of found.invalid) invalid.push({ rule: invalidAcknowledgement, violation });
    if (found.valid.length === 0) continue;
    entries.set(
      resource.object,
      found.valid.map((acknowledgement) => entryOf(resource, acknowledgement, knowledge)),
    );
  }
  return { entries, invalid };
}

function entryOf(resource: Resource, acknowledgement: Acknowledgement, { rules, today }: Knowledge): Entry {
  const { until } = acknowledgement;
  const expired = until !== undefined && today !== undefined && today > until;
  return { resource, acknowledgement, rule: rules.find(({ id }) => id === acknowledgement.rule), expired };
}

function covers({ acknowledgement, rule }: Entry, broken: Broken): boolean {
  if (rule !== broken.rule || rule.locked) return false;
  return acknowledgement.container === undefined || acknowledgement.container === broken.violation.container;
}

/** What is wrong with an acknowledgement as such. */
function complaint(entry: Entry, isUsed: boolean, { otherRules, today, isOn }: Knowledge): Broken | undefined {
  const { resource, acknowledgement, rule, expired } = entry;
  const { rule: id, until, container } = acknowledgement;
  const at = (about: Rule, message: string): Broken => ({
    rule: about,
    violation: { resource, message, path: `metadata.annotations[${ACKNOWLEDGE}]`, container },
  });
  if (!rule && otherRules?.includes(id)) return undefined;
  if (!rule) return at(invalidAcknowledgement, `there is no rule '${id}'`);
  if (rule.locked) return at(invalidAcknowledgement, `'${id}' can't be acknowledged`);
  if (expired) return at(expiredAcknowledgement, `'${id}' was acknowledged until ${until}, and today is ${today}`);
  if (isUsed || !isOn(rule)) return undefined;
  const where = container === undefined ? '' : ` by container '${container}'`;
  return at(unusedAcknowledgement, `'${id}' is acknowledged, but not broken${where}`);
}
