import { labelProblems } from '../application/labels';
import { labelProblem } from '../application/names';
import { NAMESPACE_LABEL, rangeProblems } from '../application/peer';
import { portNumberProblem } from '../containers/ports';
import type { NetworkPolicyPeer } from '../synth/kubernetes';
import type { EgressRule } from './connection';

/** What is wrong with what a target asks to be opened. An empty list means everything to a network policy. */
export function egressProblems({ to, ports }: EgressRule): readonly string[] {
  return [
    ...(ports?.length === 0
      ? ['the target names no ports, which a network policy would read as all: name those that it listens on']
      : []),
    ...(to?.length === 0
      ? ['the target names nobody, which a network policy would read as everybody: name an address range or pods']
      : []),
    ...(ports ?? []).flatMap(({ port }) => (typeof port === 'number' ? (portNumberProblem('port', port) ?? []) : [])),
    ...(to ?? []).flatMap((peer, index) => peerProblems(`to[${index}]`, peer)),
  ];
}

function peerProblems(what: string, { ipBlock, namespaceSelector, podSelector }: NetworkPolicyPeer): readonly string[] {
  const namespace = namespaceSelector?.matchLabels?.[NAMESPACE_LABEL];
  const problem = namespace === undefined ? undefined : labelProblem(`${what}.namespace`, namespace);
  return [
    ...(ipBlock ? rangeProblems(what, ipBlock) : []),
    ...(problem ? [problem] : []),
    ...labelProblems(`${what}.labels`, podSelector?.matchLabels),
  ];
}
