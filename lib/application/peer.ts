import type { NetworkPolicyPeer } from '../synth/kubernetes';
import { isPartOf, addressRangeProblem } from './address-range';
import { labelProblems } from './labels';
import { labelProblem } from './names';
import { quoted } from './quoted';
import { unknownNames } from './unknown-names';

/** Who may connect from, or be connected to, outside the application. */
export type Peer =
  | {
      /** A namespace, by name. */
      readonly namespace: string;
      /** Only the pods with these labels. @default - every pod of the namespace */
      readonly labels?: Readonly<Record<string, string>>;
    }
  | {
      /** An address range such as `10.20.0.0/16`. */
      readonly cidr: string;
      /** Parts of the range that are left out. @default - none */
      readonly except?: readonly string[];
    };

/** The label by which a namespace is selected; the API server sets it on every namespace since 1.22. */
export const NAMESPACE_LABEL = 'kubernetes.io/metadata.name';

/** Whether this is an object at all, whose names can be looked at. */
export function isPeer(peer: unknown): peer is Peer {
  return typeof peer === 'object' && peer !== null;
}

/** A peer as a NetworkPolicy writes it. */
export function policyPeer(peer: Peer): NetworkPolicyPeer {
  if ('cidr' in peer) return { ipBlock: { cidr: peer.cidr, except: peer.except } };
  return {
    namespaceSelector: { matchLabels: { [NAMESPACE_LABEL]: peer.namespace } },
    podSelector: peer.labels && { matchLabels: peer.labels },
  };
}

/** What is wrong with a peer. */
export function peerProblems(what: string, peer: Peer): readonly string[] {
  if (!isPeer(peer)) return [`${what} is ${quoted(peer)}: write { namespace: '…' } or { cidr: '…' }`];
  const names = peerNameProblems(what, peer);
  if ('cidr' in peer) return [...names, ...rangeProblems(what, peer)];
  const problem = labelProblem(`${what}.namespace`, peer.namespace);
  return [...names, ...(problem ? [problem] : []), ...labelProblems(`${what}.labels`, peer.labels)];
}

/** What is wrong with the names of a peer's props: without its labels, it is every pod of a namespace. */
export function peerNameProblems(what: string, peer: Peer): readonly string[] {
  return unknownNames(what, peer, 'cidr' in peer ? { cidr: true, except: true } : { namespace: true, labels: true });
}

/** What is wrong with an address range and its exceptions. */
export function rangeProblems(
  what: string,
  { cidr, except = [] }: { readonly cidr: string; readonly except?: readonly string[] },
): readonly string[] {
  const problem = addressRangeProblem(`${what}.cidr is`, cidr);
  if (problem) return [problem];
  return except.flatMap((part) => {
    if (!isPartOf(part, cidr)) {
      return [`${what}.except has '${part}', which is no part of ${cidr}: remove it, or widen cidr`];
    }
    return addressRangeProblem(`${what}.except has`, part) ?? [];
  });
}
