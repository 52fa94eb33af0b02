import { isRole } from '../../manifest/access';
import { texts } from '../../manifest/references/workload-pods';
import type { Resource } from '../../manifest/resource';
import type { PlanRule, Remark } from '../rule';
import { dangerOf, isGranted, type Permission, permissionsOf } from './common/permissions';
import { listed } from './common/words';

/** Compares permissions one by one, so that rules may be split, joined and sorted. */
export const roleIsWidened: PlanRule = {
  id: 'role-is-widened',
  what: 'A role allows more than before.',
  levels: ['warning', 'note'],
  why: 'Everybody who has the role may do it from now on, in all namespaces if it is bound for all.',
  link: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
  find: ({ before, after }) => {
    if (!after || !isRole(after)) return [];
    const old = permissionsOf(before?.object);
    const added = permissionsOf(after.object).filter((permission) => !isGranted(permission, old));
    return [
      ...dangerRemarks(added),
      ...otherRemarks(added, before !== undefined),
      ...aggregationRemarks(before, after),
    ].map((remark) => ({ ...remark, risk: remark.severity === 'warning' ? 'privilege' : undefined }));
  },
};

const REMEDY = 'name the verbs and resources that the program needs, with resourceNames where it can be said';

function dangerRemarks(added: readonly Permission[]): readonly Remark[] {
  const dangers = [...new Set(added.flatMap((permission) => dangerOf(permission) ?? []))];
  if (dangers.length === 0) return [];
  return [
    { severity: 'warning', path: 'rules', message: `whoever has the role can ${listed(dangers)}`, remedy: REMEDY },
  ];
}

/** What a new role allows is what its manifest says. */
function otherRemarks(added: readonly Permission[], existed: boolean): readonly Remark[] {
  const ordinary = added.filter((permission) => dangerOf(permission) === undefined);
  if (!existed || ordinary.length === 0) return [];
  const words = ordinary.map(
    ({ verb, target, name }) => `${verb} ${target.replace(/^\//, '')}${name ? ` ${name}` : ''}`,
  );
  return [
    {
      severity: 'note',
      path: 'rules',
      message: `whoever has the role may also ${listed([...new Set(words)])}`,
      remedy: REMEDY,
    },
  ];
}

const AGGREGATION = 'rbac.authorization.k8s.io/aggregate-to-';

function aggregationRemarks(before: Resource | undefined, after: Resource): readonly Remark[] {
  const [old, young] = [texts(before?.object.metadata.labels), texts(after.object.metadata.labels)];
  const roles = Object.keys(young).filter(
    (key) => key.startsWith(AGGREGATION) && young[key] === 'true' && old[key] !== 'true',
  );
  if (roles.length === 0) return [];
  const names = roles.map((key) => key.slice(AGGREGATION.length));
  const message = `its permissions are added to ClusterRole ${listed(names)}, for everybody who has that`;
  return [
    { severity: 'warning', path: 'metadata.labels', message, remedy: 'bind the role to those who need it instead' },
  ];
}
