import { oncePer } from '../manifest/once-per';
import type { Resource } from '../manifest/resource';
import type { StructureRule } from '../manifest/validation/field';
import { problemsOf } from '../manifest/validation/problems';
import { ERROR, type Rule, type Violation } from './rule';

const CONTAINER = /\.(?:containers|initContainers|ephemeralContainers)\[([^\]]+)\]/;

/** What sets one rule about single objects apart from the others. */
export interface StructuralRule extends Pick<Rule, 'what' | 'why' | 'remedy' | 'link' | 'locked'> {
  readonly id: StructureRule;
  /** @default - an error wherever it is broken */
  readonly severity?: Rule['severity'];
}

/** A rule about objects by themselves. All of them look at what has been found once for each object. */
export function structuralRule(rule: StructuralRule): Rule {
  return {
    severity: ERROR,
    group: 'structure',
    ...rule,
    check: (resources, { kubernetes }) => violationsIn(resources, kubernetes).get(rule.id) ?? [],
  };
}

const versionsOf = oncePer((_resources: readonly Resource[]) => new Map<string, Violations>());

type Violations = ReadonlyMap<StructureRule, readonly Violation[]>;

function violationsIn(resources: readonly Resource[], kubernetes: string): Violations {
  const versions = versionsOf(resources);
  const found = versions.get(kubernetes) ?? judge(resources, kubernetes);
  versions.set(kubernetes, found);
  return found;
}

function judge(resources: readonly Resource[], kubernetes: string): Violations {
  const found = new Map<StructureRule, Violation[]>();
  for (const resource of resources) {
    for (const { rule, message, path } of problemsOf(resource.object, kubernetes)) {
      const violation = { resource, message, path, container: CONTAINER.exec(path)?.[1] };
      const others = found.get(rule);
      if (others) others.push(violation);
      else found.set(rule, [violation]);
    }
  }
  return found;
}
