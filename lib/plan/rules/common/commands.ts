import type { ResourceId } from '../../../manifest/resource';
import type { Change, Whole } from '../../rule';

/** Groups whose kinds kubectl finds without the group, as nothing else is called so. */
const OWN_GROUPS = /^$|^(apps|batch|autoscaling|policy)$|\.k8s\.io$/;

/** An object as kubectl is told of it: `-n shop statefulset/db`. */
export function objectWords({ group, kind, namespace, name }: ResourceId): string {
  const type = `${kind.toLowerCase()}${OWN_GROUPS.test(group) ? '' : `.${group}`}`;
  return `${namespaceWords(namespace)}${word(`${type}/${name}`)}`;
}

/** The option that says the namespace, with a space behind it; nothing for none. */
export function namespaceWords(namespace: string): string {
  return namespace === '' ? '' : `-n ${word(namespace)} `;
}

/** The command that deletes an object. */
export function deleteCommand(id: ResourceId, ...options: readonly string[]): string {
  return ['kubectl delete', objectWords(id), ...options].join(' ');
}

/** The command that applies the new manifest of a change. */
export function applyCommand({ after }: Pick<Change, 'after'>, { options }: Whole): string {
  const origin = after?.origin;
  const place = origin && ('file' in origin ? origin.file : `dist/${origin.environment}`);
  return `kubectl apply${options.apply === 'client' ? '' : ' --server-side'} -f ${word(place ?? 'dist')}`;
}

/** A word that a shell takes as it is. */
export function word(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
