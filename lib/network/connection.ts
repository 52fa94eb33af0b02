import type { Construct } from 'constructs';
import type { Env } from '../containers/env';
import type { NetworkPolicySpec } from '../synth/kubernetes';
import type { PolicySubject } from './network-policy';

/** What a workload can connect to: another workload, a database, the internet, an address range. */
export interface ConnectionTarget {
  /** How policies and errors name it: `web-to-<id>`, with the application before it where that is another one. */
  readonly id: string;
  /** What is wrong with the target; the client reports it. @default - nothing */
  readonly problems?: readonly string[];
  /** What has to be open on the client's side. */
  egressFor(client: Client): EgressRule;
  /** Opens what has to be open on the target's side. @default - nothing: it is not ours */
  admit?(client: Client): void;
  /** The variables that a client gets. @default - none */
  variablesFor?(client: Client): Env;
}

/** One rule of a NetworkPolicy for outgoing traffic. */
export type EgressRule = NonNullable<NetworkPolicySpec['egress']>[number];

/** Who connects. */
export interface Client extends PolicySubject {
  /** The client's id. */
  readonly id: string;
  readonly construct: Construct;
  /** The id of the client's application. */
  readonly application: string;
  readonly namespace: string;
  /** The greatest number of pods that run at once, also while an update rolls out. */
  readonly pods: number;
  /** What the client said when it connected. */
  readonly options: ConnectOptions;
}

/** What a client says when it connects. */
export interface ConnectOptions {
  /** Variables instead of those that the target offers; `{}` for none. @default - the target's */
  readonly variables?: Env;
  /** The connections that one pod opens at most; a database adds them up. @default - not counted */
  readonly connectionsPerPod?: number;
}
