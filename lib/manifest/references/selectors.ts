import { type Fields, fieldAt, mapsAt } from '../fields';
import { oncePer } from '../once-per';
import type { Resource } from '../resource';
import { equalitySelector, labelSelector, type Selector } from './label-selector';
import { groupOf } from './reference';
import { workloadPod } from './workload-pods';

/** What one object says of others by their labels. */
export interface SelectorReference {
  /** Where it is written: `spec.podSelector`. */
  readonly path: string;
  /** What is selected. */
  readonly of: 'pods' | 'services';
  /** What it is for. */
  readonly role: 'workload' | 'service' | 'budget' | 'policy' | 'peer' | 'monitor' | 'spread';
  readonly selector: Selector;
  /** In which namespaces, by their labels. @default - in its own */
  readonly namespaces?: Selector;
}

/** What an object selects by label. What it refers to by name is in `references`. */
export const selectors = oncePer((resource: Resource): readonly SelectorReference[] => {
  const { object } = resource;
  const spec = fieldAt(object, 'spec');
  switch (`${groupOf(object.apiVersion)}/${object.kind}`) {
    case '/Service':
      return one('spec.selector', 'service', equalitySelector(fieldAt(spec, 'selector')));
    case 'policy/PodDisruptionBudget':
      return one('spec.selector', 'budget', labelSelector(fieldAt(spec, 'selector')));
    case 'networking.k8s.io/NetworkPolicy':
      return [...one('spec.podSelector', 'policy', labelSelector(fieldAt(spec, 'podSelector'))), ...peers(spec)];
    case 'monitoring.coreos.com/ServiceMonitor':
      return one('spec.selector', 'monitor', labelSelector(fieldAt(spec, 'selector')), 'services');
    case 'monitoring.coreos.com/PodMonitor':
      return one('spec.selector', 'monitor', labelSelector(fieldAt(spec, 'selector')));
    case '/ReplicationController':
      return [...one('spec.selector', 'workload', equalitySelector(fieldAt(spec, 'selector'))), ...spread(resource)];
    case 'apps/Deployment':
    case 'apps/ReplicaSet':
    case 'apps/StatefulSet':
    case 'apps/DaemonSet':
      return [...one('spec.selector', 'workload', labelSelector(fieldAt(spec, 'selector'))), ...spread(resource)];
    default:
      return spread(resource);
  }
});

function one(
  path: string,
  role: SelectorReference['role'],
  selector: Selector | undefined,
  of: SelectorReference['of'] = 'pods',
): readonly SelectorReference[] {
  return selector ? [{ path, of, role, selector }] : [];
}

/** Whom a NetworkPolicy lets in or out, where it says it by label. */
function peers(spec: unknown): readonly SelectorReference[] {
  const sides = [
    ['ingress', 'from'],
    ['egress', 'to'],
  ] as const;
  return sides.flatMap(([side, field]) =>
    mapsAt(spec, side).flatMap((rule, index) =>
      mapsAt(rule, field).flatMap((peer, at) => peerSelector(peer, `spec.${side}[${index}].${field}[${at}]`)),
    ),
  );
}

function peerSelector(peer: Fields, path: string): readonly SelectorReference[] {
  const namespaces = labelSelector(peer.namespaceSelector);
  const pods = one(`${path}.podSelector`, 'peer', labelSelector(peer.podSelector));
  return namespaces ? pods.map((reference) => ({ ...reference, namespaces })) : pods;
}

function spread(resource: Resource): readonly SelectorReference[] {
  const pod = workloadPod(resource);
  if (!pod) return [];
  return mapsAt(pod.spec, 'topologySpreadConstraints').flatMap((constraint, index) => {
    const path = `${pod.path}.topologySpreadConstraints[${index}].labelSelector`;
    return one(path, 'spread', labelSelector(constraint.labelSelector));
  });
}
