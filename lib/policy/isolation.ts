import { fieldAt, textsAt } from '../manifest/fields';
import { oncePer } from '../manifest/once-per';
import { type DescribedPod, podOf } from '../manifest/pods';
import type { Selector } from '../manifest/references/label-selector';
import { namespaceOf } from '../manifest/references/reference';
import { ResourceIndex } from '../manifest/references/resource-index';
import type { Resource } from '../manifest/resource';
import { selectorOf } from '../manifest/selection';

/** A direction of traffic that a NetworkPolicy limits. */
export type Direction = 'Ingress' | 'Egress';

/** Policies of network plugins, which select pods in their own ways. */
const OTHERS = [
  ['CiliumNetworkPolicy', 'cilium.io'],
  ['CiliumClusterwideNetworkPolicy', 'cilium.io'],
  ['NetworkPolicy', 'projectcalico.org'],
  ['NetworkPolicy', 'crd.projectcalico.org'],
  ['GlobalNetworkPolicy', 'projectcalico.org'],
  ['GlobalNetworkPolicy', 'crd.projectcalico.org'],
  ['AdminNetworkPolicy', 'policy.networking.k8s.io'],
  ['BaselineAdminNetworkPolicy', 'policy.networking.k8s.io'],
  ['ClusterNetworkPolicy', 'policy.networking.k8s.io'],
] as const;

/** The pods whose traffic in a direction no NetworkPolicy limits. On the host's network none can. */
export function openPods(direction: Direction, resources: readonly Resource[]): readonly DescribedPod[] {
  const index = ResourceIndex.of(resources);
  const limited = limitedPods(index)[direction];
  const elsewhere = new Set(OTHERS.flatMap(([kind, group]) => index.ofKind(kind, group)).map(namespaceOf));
  return index.pods.filter(
    ({ resource, spec }) =>
      !limited.has(resource) &&
      podOf(resource) !== undefined &&
      resource.object.kind !== 'PodTemplate' &&
      fieldAt(spec, 'hostNetwork') !== true &&
      !elsewhere.has(namespaceOf(resource)) &&
      !elsewhere.has(''),
  );
}

/** The objects whose pods NetworkPolicies limit, by direction. */
const limitedPods = oncePer((index: ResourceIndex): Readonly<Record<Direction, ReadonlySet<Resource>>> => {
  const limited = { Ingress: new Set<Resource>(), Egress: new Set<Resource>() };
  for (const policy of index.ofKind('NetworkPolicy')) {
    const selector = podSelectorOf(policy);
    const directions = directionsOf(policy);
    for (const { resource } of selector ? index.selectPods(namespaceOf(policy), selector) : []) {
      if (directions.includes('Ingress')) limited.Ingress.add(resource);
      if (directions.includes('Egress')) limited.Egress.add(resource);
    }
  }
  return limited;
});

/** Without one, a policy selects every pod; with one that is no selector, none. */
function podSelectorOf(policy: Resource): Selector | undefined {
  if (fieldAt(policy.object, 'spec', 'podSelector') === undefined) return { labels: [], expressions: [] };
  return selectorOf(policy, 'policy');
}

function directionsOf({ object }: Resource): readonly string[] {
  const types = textsAt(object, 'spec', 'policyTypes');
  if (types.length > 0) return types;
  return fieldAt(object, 'spec', 'egress') === undefined ? ['Ingress'] : ['Ingress', 'Egress'];
}
