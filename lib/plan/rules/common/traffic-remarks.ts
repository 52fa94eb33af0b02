import type { Remark } from '../../rule';
import { describePeer, type Direction, isForEverybody, type TrafficRule } from './traffic';
import { listed } from './words';

/** Pods that no policy limits any more. */
export function openRemark(direction: Direction): Remark {
  return {
    severity: direction === 'Ingress' ? 'error' : 'warning',
    message: direction === 'Ingress' ? 'everybody may connect to' : 'no limit of outgoing connections for',
    remedy: 'keep a NetworkPolicy for these pods, at least one that allows nothing',
    risk: 'exposure',
  };
}

/** Pods that a policy limits, and for which none allows anything. */
export function closedRemark(direction: Direction): Remark {
  return {
    severity: 'warning',
    message:
      direction === 'Ingress'
        ? 'nobody may connect any more to'
        : 'no connection may leave any more, not even for DNS, from',
    remedy: 'allow the connections that are needed, in this policy or in another',
    risk: 'downtime',
  };
}

/** What a rule allows that none allowed before. */
export function widerRemark(rule: TrafficRule, direction: Direction): Remark {
  const open = isForEverybody(rule);
  const peers = open ? 'everybody' : listed(rule.peers.map(describePeer));
  const ports =
    rule.ports.length === 0
      ? ''
      : ` on port ${listed(rule.ports.map(({ port, protocol }) => String(port ?? protocol)))}`;
  return {
    severity: open ? (direction === 'Ingress' ? 'error' : 'warning') : 'note',
    message:
      direction === 'Ingress'
        ? `${peers} may also connect${ports} to`
        : `connections may also go to ${peers === 'everybody' ? 'everywhere' : peers}${ports} from`,
    remedy: 'allow only those peers and ports that are needed',
    risk: open ? 'exposure' : undefined,
  };
}
