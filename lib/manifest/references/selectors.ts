import { fieldAt, mapsAt } from '../fields';
import { flatMap } from '../flat-map';
import { oncePer } from '../once-per';
import type { Resource } from '../resource';
import { ByKind } from './by-kind';
import { equalitySelector, labelSelector, type Selector } from './label-selector';
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
  const ofKind = BY_KIND.of(resource.object)?.(fieldAt(resource.object, 'spec'));
  const ofPod = spread(resource);
  if (!ofKind) return ofPod;
  return ofPod.length === 0 ? ofKind : ofKind.concat(ofPod);
});

const workload = (spec: unknown) => one('spec.selector', 'workload', labelSelector(fieldAt(spec, 'selector')));

/** What each kind selects, beside what its pods do. */
const BY_KIND = new ByKind<(spec: unknown) => readonly SelectorReference[]>([
  ['/Service', (spec) => one('spec.selector', 'service', equalitySelector(fieldAt(spec, 'selector')))],
  ['/ReplicationController', (spec) => one('spec.selector', 'workload', equalitySelector(fieldAt(spec, 'selector')))],
  ['apps/Deployment', workload],
  ['apps/ReplicaSet', workload],
  ['apps/StatefulSet', workload],
  ['apps/DaemonSet', workload],
  ['policy/PodDisruptionBudget', (spec) => one('spec.selector', 'budget', labelSelector(fieldAt(spec, 'selector')))],
  [
    'networking.k8s.io/NetworkPolicy',
    (spec) => one('spec.podSelector', 'policy', labelSelector(fieldAt(spec, 'podSelector'))).concat(peers(spec)),
  ],
  [
    'monitoring.coreos.com/ServiceMonitor',
    (spec) => one('spec.selector', 'monitor', labelSelector(fieldAt(spec, 'selector')), 'services'),
  ],
  [
    'monitoring.coreos.com/PodMonitor',
    (spec) => one('spec.selector', 'monitor', labelSelector(fieldAt(spec, 'selector'))),
  ],
]);

function one(
  path: string,
  role: SelectorReference['role'],
  selector: Selector | undefined,
  of: SelectorReference['of'] = 'pods',
  namespaces?: Selector,
): readonly SelectorReference[] {
  return selector ? [{ path, of, role, selector, namespaces }] : NONE;
}

/** Whom a NetworkPolicy lets in or out, where it says it by label. */
function peers(spec: unknown): readonly SelectorReference[] {
  return peersOf(spec, 'ingress', 'from').concat(peersOf(spec, 'egress', 'to'));
}

function peersOf(spec: unknown, side: string, field: string): readonly SelectorReference[] {
  return flatMap(mapsAt(spec, side), (rule, index) =>
    flatMap(mapsAt(rule, field), (peer, at) => {
      const pods = labelSelector(peer.podSelector);
      if (!pods) return NONE;
      const path = `spec.${side}[${index}].${field}[${at}].podSelector`;
      return one(path, 'peer', pods, 'pods', labelSelector(peer.namespaceSelector));
    }),
  );
}

const NONE: readonly never[] = [];

function spread(resource: Resource): readonly SelectorReference[] {
  const pod = workloadPod(resource);
  if (!pod) return NONE;
  return flatMap(mapsAt(pod.spec, 'topologySpreadConstraints'), (constraint, index) => {
    const path = `${pod.path}.topologySpreadConstraints[${index}].labelSelector`;
    return one(path, 'spread', labelSelector(constraint.labelSelector));
  });
}
