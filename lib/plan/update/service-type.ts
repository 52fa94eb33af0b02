import { type Fields, mapsAt } from '../../manifest/fields';
import { sameJson } from './same-json';

const ADDRESSES = ['clusterIP', 'clusterIPs'];

/** What is dropped when a Service no longer is what needs it, unless it is changed too. */
const OF_TYPE: readonly (readonly [needs: (spec: Fields) => boolean, together: readonly string[]])[] = [
  [hasAddress, ADDRESSES],
  [hasAddress, ['ipFamilies']],
  [hasAddress, ['ipFamilyPolicy']],
  [isHealthChecked, ['healthCheckNodePort']],
  [isBalanced, ['allocateLoadBalancerNodePorts']],
  [isBalanced, ['loadBalancerClass']],
  [isReachable, ['externalTrafficPolicy']],
];

/**
 * A Service without what it had only because of its old type.
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/registry/core/service/strategy.go (`dropTypeDependentFields`)
 */
export function dropTypeDependent(before: Fields, after: Fields): Fields {
  const dropped = OF_TYPE.filter(
    ([needs, together]) =>
      needs(before) && !needs(after) && together.every((field) => sameJson(before[field], after[field])),
  );
  const fields = new Set(dropped.flatMap(([, together]) => together));
  const left = Object.fromEntries(Object.entries(after).filter(([field]) => !fields.has(field)));
  return usesNodePorts(before) && !usesNodePorts(after) ? withoutNodePorts(before, left) : left;
}

/** New ports of nodes are the user's wish, and are judged. */
function withoutNodePorts(before: Fields, after: Fields): Fields {
  const old = nodePortsOf(before);
  if (!nodePortsOf(after).every((port) => old.includes(port))) return after;
  return { ...after, ports: mapsAt(after, 'ports').map(({ nodePort: _, ...port }) => port) };
}

/**
 * A Service with the ports of nodes that it had, where none are written.
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/registry/core/service/storage/storage.go (`patchAllocatedValues`)
 */
export function keepNodePorts(before: Fields, after: Fields): Fields {
  if (!getsNodePorts(before) || !getsNodePorts(after) || !Array.isArray(after.ports)) return after;
  const [old, now] = [nodePortsOf(before), nodePortsOf(after)];
  const names = new Map(mapsAt(before, 'ports').map(({ name = '', nodePort }) => [name, nodePort]));
  const ports = mapsAt(after, 'ports').map((port) => {
    const known = names.get(port.name ?? '');
    const isFree = known !== undefined && !(old.includes(known) && now.includes(known));
    return port.nodePort === undefined && isFree ? { ...port, nodePort: known } : port;
  });
  return { ...after, ports };
}

/** Whether a load balancer asks the nodes for their health, at a port of its own. */
export function isHealthChecked(spec: Fields): boolean {
  return isBalanced(spec) && spec.externalTrafficPolicy === 'Local';
}

function nodePortsOf(spec: Fields): readonly unknown[] {
  return mapsAt(spec, 'ports').flatMap(({ nodePort }) => nodePort || []);
}

function hasAddress({ type }: Fields): boolean {
  return type !== 'ExternalName';
}

function isBalanced({ type }: Fields): boolean {
  return type === 'LoadBalancer';
}

function usesNodePorts({ type }: Fields): boolean {
  return type === 'NodePort' || type === 'LoadBalancer';
}

function getsNodePorts(spec: Fields): boolean {
  return spec.type === 'NodePort' || (isBalanced(spec) && spec.allocateLoadBalancerNodePorts !== false);
}

function isReachable(spec: Fields): boolean {
  const outside = Array.isArray(spec.externalIPs) && spec.externalIPs.length > 0;
  return usesNodePorts(spec) || (spec.type === 'ClusterIP' && outside);
}
