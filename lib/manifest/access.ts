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
  return (object.kind === 'Role' || object.kind === 'ClusterRole') && object.apiVersion.startsWith(RBAC);
}

/** Whether an object says who may do what a role says. */
export function isBinding({ object }: Resource): boolean {
  return (object.kind === 'RoleBinding' || object.kind === 'ClusterRoleBinding') && object.apiVersion.startsWith(RBAC);
}
