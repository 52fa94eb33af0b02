import { ofKinds } from './kinds';
import type { Resource } from './resource';

const RBAC = 'rbac.authorization.k8s.io/';

/** The objects that say what may be done. */
export function rolesIn(resources: readonly Resource[]): readonly Resource[] {
  return ofKinds(resources, (kind) => kind === 'Role' || kind === 'ClusterRole').filter(isRole);
}

/** The objects that say who may do it. */
export function bindingsIn(resources: readonly Resource[]): readonly Resource[] {
  return ofKinds(resources, (kind) => kind === 'RoleBinding' || kind === 'ClusterRoleBinding').filter(isBinding);
}

/** Whether an object says what may be done. */
export function isRole({ object }: Resource): boolean {
  return object.apiVersion.startsWith(RBAC) && (object.kind === 'Role' || object.kind === 'ClusterRole');
}

/** Whether an object says who may do what a role says. */
export function isBinding({ object }: Resource): boolean {
  return object.apiVersion.startsWith(RBAC) && (object.kind === 'RoleBinding' || object.kind === 'ClusterRoleBinding');
}
