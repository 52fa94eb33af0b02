import type { Construct } from 'constructs';
import { EnvironmentScope } from '../application/environment-scope';
import { addProblem } from '../application/problem';
import type { NetworkPolicyPeer, NetworkPolicyPort, NetworkPolicySpec } from '../synth/kubernetes';
import { PlainApiObject } from '../synth/plain-api-object';

/** The pods that a policy is for, and how it is named and labelled. */
export interface PolicySubject {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** The labels that select the pods. */
  readonly selector: Readonly<Record<string, string>>;
}

/**
 * Adds a NetworkPolicy. Policies add up: each opens something, none closes what another opens.
 * https://kubernetes.io/docs/concepts/services-networking/network-policies/
 *
 * @param rules what the policy opens; asked for when it is rendered
 */
export function addNetworkPolicy(
  scope: Construct,
  subject: PolicySubject,
  rules: () => Omit<NetworkPolicySpec, 'podSelector'>,
): void {
  const { name, labels, selector } = subject;
  const id = `network-policy-${name}`;
  if (scope.node.tryFindChild(id)) {
    addProblem(scope, `would have two network policies named '${name}': give one of those that connect another id`);
    return;
  }
  new PlainApiObject(
    scope,
    id,
    { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name, labels } },
    () => ({ spec: { podSelector: { matchLabels: selector }, ...rules() } }),
  );
}

/**
 * Nothing in, nothing out but DNS, for the pods of one workload; a namespace may be shared, so other pods are left alone.
 * DNS may go anywhere: a node-local cache answers on an address that no selector matches. Its port is that of the pods
 * behind the cluster's DNS Service, as policies judge a packet after its address was translated.
 */
export function denyByDefault(scope: Construct, subject: PolicySubject): void {
  const { dnsPorts = [53] } = EnvironmentScope.of(scope);
  addNetworkPolicy(scope, { ...subject, name: `${subject.name}-default-deny` }, () => ({
    policyTypes: ['Ingress', 'Egress'],
    egress: [{ ports: dnsPorts.flatMap((port) => [policyPort(port, 'UDP'), policyPort(port)]) }],
  }));
}

/** One or more peers as a policy writes them; `undefined` for anybody. */
export type PolicyPeers = readonly NetworkPolicyPeer[] | undefined;

/** A port as a policy writes it. */
export function policyPort(port: number, protocol: 'TCP' | 'UDP' | 'SCTP' = 'TCP'): NetworkPolicyPort {
  return { port, protocol: protocol === 'TCP' ? undefined : protocol };
}
