import { type Fields, mapsAt, textsAt } from '../../../manifest/fields';

/** That somebody may do something with something. */
export interface Permission {
  readonly verb: string;
  /** Group and resource, `/secrets`, or a URL. */
  readonly target: string;
  /** The only object that it is about; all if there is none. */
  readonly name?: string;
}

/** What the rules of a role allow, one by one. */
export function permissionsOf(role: unknown): readonly Permission[] {
  return mapsAt(role, 'rules').flatMap((rule) => {
    const names = textsAt(rule, 'resourceNames');
    return targetsOf(rule).flatMap((target) =>
      textsAt(rule, 'verbs').flatMap((verb): readonly Permission[] =>
        names.length === 0 ? [{ verb, target }] : names.map((name) => ({ verb, target, name })),
      ),
    );
  });
}

function targetsOf(rule: Fields): readonly string[] {
  const resources = textsAt(rule, 'resources');
  return [
    ...textsAt(rule, 'apiGroups').flatMap((group) => resources.map((resource) => `${group}/${resource}`)),
    ...textsAt(rule, 'nonResourceURLs'),
  ];
}

/** Whether a permission is among others. */
export function isGranted({ verb, target, name }: Permission, by: readonly Permission[]): boolean {
  return by.some(
    (each) =>
      (each.verb === '*' || each.verb === verb) &&
      (each.name === undefined || each.name === name) &&
      coversTarget(each.target, target),
  );
}

function coversTarget(outer: string, inner: string): boolean {
  const [group = '', resource = ''] = outer.split(/\/(.*)/s);
  const [ownGroup = '', ownResource = ''] = inner.split(/\/(.*)/s);
  return (
    (group === '*' || group === ownGroup) &&
    (resource === '*' ||
      resource === ownResource ||
      (resource.startsWith('*/') && ownResource.endsWith(resource.slice(1))))
  );
}

const READ = /^(get|list|watch|\*)$/;
const WRITE = /^(create|update|patch|\*)$/;

/** What leads from one permission to others. https://kubernetes.io/docs/concepts/security/rbac-good-practices/ */
const DANGERS: readonly (readonly [verb: RegExp, target: RegExp, means: string])[] = [
  [/^\*$/, /^\*\/\*$/, 'do everything'],
  [READ, /^(|\*)\/(secrets|\*)$/, 'read Secrets'],
  [/^(create|get|\*)$/, /^(|\*)\/(pods\/(exec|attach)|\*)$/, 'run commands in pods'],
  [/^(create|\*)$/, /^(|\*)\/(pods|\*)$/, 'start pods with any Secret and ServiceAccount'],
  [/^(create|\*)$/, /^(|\*)\/(serviceaccounts\/token|\*)$/, 'become any ServiceAccount'],
  [/^(impersonate|\*)$/, /^(|\*)\/(users|groups|serviceaccounts|\*)$/, 'act in the name of others'],
  [/^(bind|escalate|\*)$/, /^(rbac\.authorization\.k8s\.io|\*)\/(cluster)?(roles|\*)$/, 'give itself any permission'],
  [WRITE, /^(rbac\.authorization\.k8s\.io|\*)\/((cluster)?rolebindings|\*)$/, 'give roles to others'],
  [/^(get|create|\*)$/, /^(|\*)\/(nodes\/proxy|\*)$/, 'run commands in every pod of a node'],
  [
    WRITE,
    /^(admissionregistration\.k8s\.io|\*)\/((mutating|validating)webhookconfigurations|\*)$/,
    'judge and change every object',
  ],
  [
    /^(update|patch|approve|\*)$/,
    /^(certificates\.k8s\.io|\*)\/(certificatesigningrequests\/approval|\*)$/,
    'sign certificates for anybody',
  ],
];

/** What a permission leads to, in words; none for an ordinary one, or one for a single object. */
export function dangerOf({ verb, target, name }: Permission): string | undefined {
  if (name !== undefined) return undefined;
  const danger = DANGERS.find(([verbs, targets]) => verbs.test(verb) && targets.test(target))?.[2];
  return danger ?? (verb === '*' || target.includes('*') ? `${verb} ${target.replace(/^\//, '')}` : undefined);
}
