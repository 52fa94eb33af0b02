import { isPeer, type Peer } from '../application/peer';
import type { CredentialKey } from '../config/credentials';
import { portNumberProblem } from '../containers/ports';
import type { ConnectionTarget } from '../network/connection';
import { Outside } from '../network/outside';

/** Where a sidecar sends what it collects. */
export interface Sink {
  /** The host, such as `loki.monitoring`. */
  readonly host: string;
  /** The port that the pods behind the host listen on. @default - see each kind */
  readonly port?: number;
  /** Whether the connection is encrypted; certificate and host name are verified. @default - false */
  readonly tls?: boolean;
  /**
   * Who answers at the host; the network policies open the way there. `{ namespace: 'monitoring' }`, an address range,
   * a workload or `Internet.https()`.
   *
   * @default - nobody, which only does for a host in the pod
   */
  readonly connectTo?: Peer | ConnectionTarget;
}

/** What an error says when the kinds of something are mixed up. */
interface Choice {
  /** The user's word, such as `output`. */
  readonly what: string;
  readonly kinds: readonly string[];
}

/** What is wrong with an object that must have exactly one of several keys. */
export function choiceProblem({ what, kinds }: Choice, value: unknown): string | undefined {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [String(value)];
  if (keys.length === 1 && kinds.includes(keys[0]!) && typeof value === 'object') return undefined;
  const found = keys.map((key) => `'${key}'`).join(' and ') || 'empty';
  return `${what} is ${found}: choose one of ${kinds.join(', ')}`;
}

/** What is wrong with where a sink is. */
export function sinkProblems(what: string, { host, port, connectTo }: Sink): readonly string[] {
  const bare =
    typeof host === 'string' && /^[a-z0-9]([-a-z0-9.:]*[a-z0-9])?$/i.test(host) && !/^[^:]*:[^:]*$/.test(host);
  const problems = [
    bare ? undefined : `${what}.host is '${String(host)}': give the host alone, such as 'loki.monitoring'`,
    port === undefined ? undefined : portNumberProblem(`${what}.port`, port),
    connectTo === undefined && !isLoopback(host)
      ? `${what}.connectTo is missing, so the network policies would stop what goes to ${host}: say who answers there, such as connectTo: { namespace: 'monitoring' }`
      : undefined,
  ];
  return problems.filter((problem) => problem !== undefined);
}

/** What is wrong with a credential; its value must never show. */
export function credentialProblem(what: string, credential: unknown): string | undefined {
  const known = typeof credential === 'object' && credential !== null && 'secret' in credential;
  if (credential === undefined || known) return undefined;
  return `${what} is no credential: a secret value must not be in the program, so use credentials.key('…')`;
}

/** Whether a host is the pod itself. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * What to connect to for a sink.
 *
 * @param id names the policy of a peer: `web-to-<id>`
 * @param port the port that the peer's pods listen on
 */
export function targetOfSink(id: string, connectTo: Peer | ConnectionTarget, port: number): ConnectionTarget {
  return isTarget(connectTo) ? connectTo : new Outside(id, { peer: connectTo, ports: [port] });
}

/** What is neither a peer nor a target goes the way of a target, and is reported there. */
function isTarget(connectTo: Peer | ConnectionTarget): connectTo is ConnectionTarget {
  return !isPeer(connectTo) || 'egressFor' in connectTo;
}

/** Variables that hold credentials, by name. */
export type SecretVariables = Readonly<Record<string, CredentialKey>>;
