import { type Fields, fieldAt, mapsAt, textsAt } from '../../../manifest/fields';
import { labelSelector, matches, selectsAll } from '../../../manifest/references/label-selector';
import type { Resource } from '../../../manifest/resource';
import { isEverywhere, isWithinRange } from './cidr';

/** A direction of traffic. */
export type Direction = 'Ingress' | 'Egress';

/** One rule of a NetworkPolicy, with the policy. */
export interface TrafficRule {
  readonly policy: Resource;
  /** Whom it allows; everybody if there is none. */
  readonly peers: readonly Fields[];
  /** On which ports; on all if there is none. */
  readonly ports: readonly Fields[];
}

/** Whether a NetworkPolicy limits a direction: as it says, or else incoming traffic, and outgoing if it has rules for it. */
export function limits({ object }: Resource, direction: Direction): boolean {
  const types = textsAt(object, 'spec', 'policyTypes');
  if (types.length > 0) return types.includes(direction);
  return direction === 'Ingress' || mapsAt(object, 'spec', 'egress').length > 0;
}

/** What a NetworkPolicy allows in a direction. */
export function trafficRules(policy: Resource, direction: Direction): readonly TrafficRule[] {
  const [list, peers] = direction === 'Ingress' ? ['ingress', 'from'] : ['egress', 'to'];
  return mapsAt(policy.object, 'spec', list!).map((rule) => ({
    policy,
    peers: mapsAt(rule, peers!),
    ports: mapsAt(rule, 'ports'),
  }));
}

/** Whether a rule allows nothing that another does not. Selectors are compared as they are written. */
export function isCovered(rule: TrafficRule, by: TrafficRule): boolean {
  const ports =
    by.ports.length === 0 ||
    (rule.ports.length > 0 && rule.ports.every((port) => by.ports.some((each) => isWithinPorts(port, each))));
  const peers =
    by.peers.length === 0 ||
    (rule.peers.length > 0 && rule.peers.every((peer) => by.peers.some((each) => isWithinPeer(peer, each))));
  return ports && peers;
}

/** Whether a rule allows everybody. */
export function isForEverybody({ peers }: TrafficRule): boolean {
  return (
    peers.length === 0 ||
    peers.some(
      (peer) =>
        isEverywhere(String(fieldAt(peer, 'ipBlock', 'cidr') ?? '-')) &&
        textsAt(peer, 'ipBlock', 'except').length === 0,
    )
  );
}

function isWithinPorts(port: Fields, outer: Fields): boolean {
  if ((port.protocol ?? 'TCP') !== (outer.protocol ?? 'TCP')) return false;
  if (outer.port === undefined) return true;
  const [first, last] = [port.port, port.endPort ?? port.port];
  if (typeof outer.port !== 'number' || typeof first !== 'number') return outer.port === first;
  return first >= outer.port && Number(last) <= Number(outer.endPort ?? outer.port);
}

function isWithinPeer(peer: Fields, outer: Fields): boolean {
  const [range, outerRange] = [fieldAt(peer, 'ipBlock', 'cidr'), fieldAt(outer, 'ipBlock', 'cidr')];
  if (typeof range === 'string' && typeof outerRange === 'string') {
    const kept = textsAt(peer, 'ipBlock', 'except');
    const excepted = textsAt(outer, 'ipBlock', 'except').every(
      (each) => kept.some((other) => isWithinRange(each, other)) || !isWithinRange(each, range),
    );
    return isWithinRange(range, outerRange) && excepted;
  }
  if (range !== undefined || outerRange !== undefined) return false;
  const namespaces = isNarrower(peer.namespaceSelector, outer.namespaceSelector, peer.namespaceSelector === undefined);
  return namespaces && isNarrower(peer.podSelector ?? {}, outer.podSelector ?? {}, false);
}

/** Whether a selector asks for all that another asks for. One's own namespace is among all namespaces only. */
function isNarrower(inner: unknown, outer: unknown, isOwn: boolean): boolean {
  const [one, other] = [labelSelector(inner), labelSelector(outer)];
  if (other && selectsAll(other)) return true;
  if (isOwn || !one || !other) return isOwn && other === undefined;
  const written = JSON.stringify(one.expressions) === JSON.stringify(other.expressions);
  return (
    (written || other.expressions.length === 0) &&
    matches({ ...other, expressions: [] }, Object.fromEntries(one.labels))
  );
}

/** A peer as people say it. */
export function describePeer(peer: Fields): string {
  const range = fieldAt(peer, 'ipBlock', 'cidr');
  if (range !== undefined) return String(range);
  const pods = selectorText(peer.podSelector);
  const namespaces = selectorText(peer.namespaceSelector);
  if (peer.namespaceSelector === undefined) return pods ? `pods ${pods}` : 'every pod of the namespace';
  const place = namespaces ? `namespaces ${namespaces}` : 'every namespace';
  return pods ? `pods ${pods} of ${place}` : place;
}

function selectorText(value: unknown): string {
  const selector = labelSelector(value);
  return [
    ...(selector?.labels ?? []).map(([key, text]) => `${key}=${text}`).toSorted(),
    ...(selector?.expressions ?? []).map(({ key, operator, values }) =>
      `${key} ${operator} ${values.join('|')}`.trim(),
    ),
  ].join(', ');
}
