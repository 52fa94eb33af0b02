import { fieldAt, mapsAt, textAt } from './fields';
import { ofKind } from './kinds';
import { oncePer } from './once-per';
import type { DescribedPod } from './pods';
import { groupOf, nameOf, namespaceOf } from './references/reference';
import type { Resource } from './resource';

/** The name of a pod's ServiceAccount. */
export function accountNameOf({ spec }: DescribedPod): string {
  return textAt(spec, 'serviceAccountName') || textAt(spec, 'serviceAccount') || 'default';
}

/** Whether a pod gets a token of its ServiceAccount: as it says itself, else as the account says, else it does. */
export function tokenOf(resources: readonly Resource[], pod: DescribedPod): 'asked for' | 'by default' | 'none' {
  const own = fieldAt(pod.spec, 'automountServiceAccountToken');
  if (own === true) return 'asked for';
  if (own !== undefined) return own === false ? 'none' : 'by default';
  const account = accountsOf(resources).get(`${namespaceOf(pod.resource)}/${accountNameOf(pod)}`);
  return fieldAt(account, 'automountServiceAccountToken') === false ? 'none' : 'by default';
}

/** Whether the manifests give a pod's ServiceAccount a role, so that it needs its token. */
export function hasRole(resources: readonly Resource[], pod: DescribedPod): boolean {
  const namespace = namespaceOf(pod.resource);
  const namespaces = boundOf(resources).get(accountNameOf(pod));
  return namespaces !== undefined && (namespace === '' || namespaces.has(namespace) || namespaces.has(''));
}

const accountsOf = oncePer(
  (resources: readonly Resource[]): ReadonlyMap<string, unknown> =>
    new Map(
      ofKind(resources, 'ServiceAccount').map((resource) => [
        `${namespaceOf(resource)}/${nameOf(resource)}`,
        resource.object,
      ]),
    ),
);

/** The names of the accounts that have a role, and the namespaces they are in. */
const boundOf = oncePer((resources: readonly Resource[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const bound = new Map<string, Set<string>>();
  for (const binding of resources) {
    if (groupOf(binding.object.apiVersion) !== 'rbac.authorization.k8s.io') continue;
    for (const subject of mapsAt(binding.object, 'subjects')) {
      if (subject.kind !== 'ServiceAccount') continue;
      const name = textAt(subject, 'name') ?? '';
      const namespaces = bound.get(name) ?? new Set();
      bound.set(name, namespaces.add(textAt(subject, 'namespace') ?? namespaceOf(binding)));
    }
  }
  return bound;
});
