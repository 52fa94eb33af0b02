import { mapsAt } from '../../manifest/fields';
import { groupBy } from '../../manifest/group-by';
import { oncePer } from '../../manifest/once-per';
import { GATEWAY, isRoute } from '../../manifest/references/gateway-references';
import { groupOf, namespaceOf } from '../../manifest/references/reference';
import { type MadeReference, ResourceIndex } from '../../manifest/references/resource-index';
import { declares } from '../../manifest/references/resolve';
import type { Resource } from '../../manifest/resource';
import type { Target } from '../../manifest/target';
import { isParent } from '../listeners';
import { isMissing } from '../missing-references';
import { ERROR, type Rule, type Violation } from '../rule';

/** What a route or a Gateway uses of another namespace must be granted there. */
export const referenceIsGranted: Rule = {
  id: 'reference-is-granted',
  severity: ERROR,
  group: 'references',
  what: 'A ReferenceGrant must let a route refer to a Service of another namespace, and a Gateway to a Secret or a ConfigMap of one.',
  why: 'The gateway does not follow the reference: requests are answered with 500, and a listener has no certificate.',
  remedy:
    'add a ReferenceGrant in the namespace that is referred to, or declare it in environment.external (--external ReferenceGrant/<namespace>/<name>)',
  link: 'https://gateway-api.sigs.k8s.io/api-types/referencegrant/',
  check: (resources, target) => {
    const index = ResourceIndex.of(resources);
    const isUngranted = (reference: MadeReference): boolean =>
      needsGrant(reference, index) && isSettled(reference, index, target) && !isGranted(reference, index);
    const ungranted = ['Service', 'Secret', 'ConfigMap'].flatMap((kind) =>
      index.referencesTo(kind).filter(isUngranted),
    );
    return [...groupBy(ungranted, ({ resource }) => resource).values()].flatMap((made) =>
      [...groupBy(made, ({ namespace, name }) => `${namespace}/${name}`).values()].map(([first]) => violation(first!)),
    );
  },
};

/** Parents themselves say what they accept, and routes of a mesh, whose parents are Services, need no grant. */
function needsGrant(reference: MadeReference, index: ResourceIndex): boolean {
  const { resource, kind, group, namespace } = reference;
  const own = namespaceOf(resource);
  if (own === '' || namespace === '' || own === namespace || group !== '' || isParent(reference)) return false;
  if (kind !== 'Service') return groupOf(resource.object.apiVersion) === GATEWAY;
  const parents = isRoute(resource) ? index.referencesOf(resource).filter(isParent) : [];
  return parents.some((parent) => parent.group === GATEWAY && /^(Gateway|ListenerSet)$/.test(parent.kind));
}

/** Whether a grant would be in the manifests. Somebody else may grant what is theirs, and what is missing needs none yet. */
function isSettled(reference: MadeReference, index: ResourceIndex, target: Target): boolean {
  const { namespace } = reference;
  const declared = target.external.some(
    (each) =>
      declares(each, reference) || (each.kind === 'ReferenceGrant' && (each.namespace ?? namespace) === namespace),
  );
  return index.knowsNamespace(namespace) && !declared && !isMissing(reference, index, target);
}

const grantsOf = oncePer((index: ResourceIndex) => groupBy(index.ofKind('ReferenceGrant', GATEWAY), namespaceOf));

/** A grant whose namespace is not written down may be in any. */
function isGranted({ resource, kind, namespace, name }: MadeReference, index: ResourceIndex): boolean {
  const grants: readonly Resource[] = [namespace, ''].flatMap((place) => grantsOf(index).get(place) ?? []);
  return grants.some(
    ({ object }) =>
      mapsAt(object, 'spec', 'from').some(
        (from) =>
          from.group === GATEWAY && from.kind === resource.object.kind && from.namespace === namespaceOf(resource),
      ) && mapsAt(object, 'spec', 'to').some((to) => !to.group && to.kind === kind && (!to.name || to.name === name)),
  );
}

function violation({ resource, path, kind, namespace, name }: MadeReference): Violation {
  const from = `${resource.object.kind}s of '${namespaceOf(resource)}'`;
  const message = `no ReferenceGrant of namespace '${namespace}' lets ${from} refer to ${kind} '${name}'`;
  return { resource, path, message };
}
