import type { Construct } from 'constructs';
import type { Application } from '../application/application';
import { policyPeer } from '../application/peer';
import type { NamedPort } from '../containers/ports';
import type { NetworkPolicyPort } from '../synth/kubernetes';
import type { Client, EgressRule } from './connection';
import { addNetworkPolicy, denyByDefault, type PolicyPeers, policyPort, type PolicySubject } from './network-policy';

/** The network of a workload's pods: closed, but for what is opened here. */
export class PodNetwork {
  constructor(
    private readonly construct: Construct,
    private readonly application: Application,
    private readonly subject: PolicySubject,
    private readonly ports: readonly NamedPort[],
  ) {
    denyByDefault(construct, subject);
  }

  /** What a client has to be allowed to reach these pods. */
  public egressFor(client: Client): EgressRule {
    return { to: [this.peer(client.namespace, this.application.namespace, this.subject)], ports: this.policyPorts };
  }

  /** Lets a client in. */
  public admit(client: Client): void {
    const other = client.application === this.application.node.id ? '' : `${client.application}-`;
    this.letIn(`from-${other}${client.id}`, [this.peer(this.application.namespace, client.namespace, client)]);
  }

  /** Lets traffic in, on the given ports or all that the workload declares. */
  public letIn(
    suffix: string,
    from: PolicyPeers,
    ports: () => readonly NetworkPolicyPort[] = () => this.policyPorts,
  ): void {
    const name = `${this.subject.name}-${suffix}`;
    addNetworkPolicy(this.construct, { ...this.subject, name }, () => ({
      policyTypes: ['Ingress'],
      ingress: [{ from, ports: ports() }],
    }));
  }

  private get policyPorts(): readonly NetworkPolicyPort[] {
    return this.ports.map(({ port, protocol }) => policyPort(port, protocol));
  }

  /** Pods as a policy in one namespace names those of another, or of its own. */
  private peer(here: string, there: string, { selector }: PolicySubject): NonNullable<PolicyPeers>[number] {
    return { ...(here !== there && policyPeer({ namespace: there })), podSelector: { matchLabels: selector } };
  }
}
