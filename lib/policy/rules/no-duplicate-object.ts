import { nameOf } from '../../manifest/references/reference';
import { type Resource, resourceId } from '../../manifest/resource';
import { ERROR, type Rule, type Violation } from '../rule';

/** Of two objects with one identity, the one that is applied last wins, silently. */
export const noDuplicateObject: Rule = {
  id: 'no-duplicate-object',
  severity: ERROR,
  group: 'structure',
  locked: true,
  what: 'Two objects must not have the same kind, namespace and name.',
  why: 'kubectl applies both, and the later one silently replaces the earlier.',
  remedy: 'give one of them another id or name; several applications in one namespace use sharedNamespace',
  check: (resources) => {
    const seen = new Map<string, Resource>();
    const violations: Violation[] = [];
    for (const resource of resources) {
      const { group, kind, namespace } = resourceId(resource.object);
      const key = `${group}/${kind}/${namespace}/${nameOf(resource)}`;
      const first = seen.get(key);
      if (!first) seen.set(key, resource);
      else violations.push({ resource, message: `is there twice: also ${describeOrigin(first)}` });
    }
    return violations;
  },
};

function describeOrigin({ origin }: Resource): string {
  return 'file' in origin ? `in ${origin.file}, document ${origin.document}` : `from ${origin.constructPath}`;
}
