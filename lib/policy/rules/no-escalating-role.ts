import { type Fields, mapsAt, textsAt } from '../../manifest/fields';
import { rolesIn } from '../../manifest/access';
import { type Rule, WARNING } from '../rule';

interface Risk {
  readonly group: string;
  readonly resource: string;
  readonly verbs: readonly string[];
  readonly means: string;
  /** Whether it is harmless for objects that are named. */
  readonly unlessNamed?: boolean;
}

const WRITE = ['create', 'update', 'patch'];
const RBAC = 'rbac.authorization.k8s.io';
const ADMISSION = 'admissionregistration.k8s.io';

/** What leads from one permission to all others. https://kubernetes.io/docs/concepts/security/rbac-good-practices/ */
const RISKS: readonly Risk[] = [
  { group: '', resource: 'secrets', verbs: ['get', 'list', 'watch'], means: 'reads every Secret', unlessNamed: true },
  {
    group: '',
    resource: 'pods',
    verbs: ['create'],
    means: 'mounts any Secret and ServiceAccount into a pod of its own',
  },
  { group: '', resource: 'pods/exec', verbs: ['create', 'get'], means: 'runs commands in pods', unlessNamed: true },
  {
    group: '',
    resource: 'pods/attach',
    verbs: ['create', 'get'],
    means: 'talks to programs in pods',
    unlessNamed: true,
  },
  { group: '', resource: 'nodes/proxy', verbs: ['get', ...WRITE], means: 'runs commands in every pod of a node' },
  {
    group: '',
    resource: 'serviceaccounts/token',
    verbs: ['create'],
    means: 'becomes any ServiceAccount',
    unlessNamed: true,
  },
  ...['users', 'groups', 'serviceaccounts'].map((resource) => ({
    group: '',
    resource,
    verbs: ['impersonate'],
    means: 'acts in the name of others',
    unlessNamed: true,
  })),
  ...['roles', 'clusterroles'].map((resource) => ({
    group: RBAC,
    resource,
    verbs: ['bind', 'escalate'],
    means: 'gives itself any permission',
    unlessNamed: true,
  })),
  {
    group: 'certificates.k8s.io',
    resource: 'certificatesigningrequests/approval',
    verbs: ['update', 'patch'],
    means: 'signs certificates for anybody',
  },
  ...['mutatingwebhookconfigurations', 'validatingwebhookconfigurations'].map((resource) => ({
    group: ADMISSION,
    resource,
    verbs: WRITE,
    means: 'reads and changes every object that is written',
    unlessNamed: true,
  })),
];

/** A role with '*' is another rule's matter. */
export const noEscalatingRole: Rule = {
  id: 'no-escalating-role',
  severity: WARNING,
  group: 'access',
  what: 'A role must not have a permission that leads to all others.',
  why: 'Whoever gets into a pod with it reaches far more than the role says.',
  remedy: 'leave the permission out, restrict it with resourceNames, or acknowledge that the program needs it',
  link: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks',
  check: (resources) =>
    rolesIn(resources).flatMap((resource) =>
      mapsAt(resource.object, 'rules').flatMap((rule, index) =>
        RISKS.flatMap((risk) => {
          const verb = grantedVerb(rule, risk);
          if (verb === undefined) return [];
          const message = `'${verb}' of ${risk.resource} ${risk.means}`;
          return [{ resource, path: `rules[${index}]`, message }];
        }),
      ),
    ),
};

function grantedVerb(rule: Fields, risk: Risk): string | undefined {
  const isNamed = textsAt(rule, 'resourceNames').length > 0;
  const isAbout = textsAt(rule, 'resources').includes(risk.resource) && textsAt(rule, 'apiGroups').includes(risk.group);
  if (!isAbout || (isNamed && risk.unlessNamed)) return undefined;
  return textsAt(rule, 'verbs').find((verb) => risk.verbs.includes(verb) || verb === '*');
}
