import { mapsAt, textsAt } from '../../manifest/fields';
import { rolesIn } from '../../manifest/access';
import { ERROR, type Rule } from '../rule';

/** Operators that manage everything have to acknowledge it. */
export const noWildcardRole: Rule = {
  id: 'no-wildcard-role',
  severity: ERROR,
  group: 'access',
  what: 'A role must not allow every verb, or reach every resource or API group.',
  why: 'It allows what nobody has thought of, kinds that are installed later among it.',
  remedy: 'list the verbs, resources and API groups that the program uses',
  link: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
  check: (resources) =>
    rolesIn(resources).flatMap((resource) =>
      mapsAt(resource.object, 'rules').flatMap((rule, index) => {
        const fields = FIELDS.filter((field) => textsAt(rule, field).some((text) => text === '*' || text === '/*'));
        if (fields.length === 0) return [];
        return [{ resource, path: `rules[${index}]`, message: `'*' in ${fields.join(', ')}` }];
      }),
    ),
};

const FIELDS = ['verbs', 'resources', 'apiGroups', 'nonResourceURLs'] as const;
