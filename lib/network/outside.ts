import { type Peer, peerNameProblems, policyPeer } from '../application/peer';
import { type Names, unknownNames } from '../application/unknown-names';
import type { NetworkPolicyPort } from '../synth/kubernetes';
import type { ConnectionTarget, EgressRule } from './connection';
import { policyPort } from './network-policy';

/** What listens outside the application. */
export interface OutsideProps {
  /** Who: pods of another namespace, or an address range. */
  readonly peer: Peer;
  /** The ports that it listens on, as numbers of its pods or hosts; TCP unless said otherwise. */
  readonly ports: readonly (number | { readonly port: number; readonly protocol: 'TCP' | 'UDP' | 'SCTP' })[];
}

const NAMES: Names<OutsideProps> = { peer: true, ports: true };

/** Something outside the application: pods in another namespace, or an address range such as a data centre's. */
export class Outside implements ConnectionTarget {
  public readonly problems: readonly string[];

  /** @param id shown in the policy's name: `web-to-<id>` */
  constructor(
    public readonly id: string,
    private readonly props: OutsideProps,
  ) {
    this.problems = [...unknownNames('Outside', props, NAMES), ...peerNameProblems('peer', props.peer)];
  }

  public egressFor(): EgressRule {
    return { to: [policyPeer(this.props.peer)], ports: this.props.ports.map(toPolicyPort) };
  }
}

function toPolicyPort(port: OutsideProps['ports'][number]): NetworkPolicyPort {
  return typeof port === 'number' ? policyPort(port) : policyPort(port.port, port.protocol);
}
