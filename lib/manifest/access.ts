import type { Resource } from './resource';

const RBAC = 'rbac.authorization.k8s.io/';

/** Whether an object says what may be done. */
export function isRole({ object }: Resource): boolean {
  return object.apiVersion.startsWith(RBAC) && (object.kind === 'Role' || object.kind === 'ClusterRole');
}

/** Whether an object says who may do what a role says. */
export function isBinding({ object }: Resource): boolean {
  return object.apiVersion.startsWith(RBAC) && (object.kind === 'RoleBinding' || object.kind === 'ClusterRoleBinding');
}
