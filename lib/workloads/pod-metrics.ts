import type { Construct } from 'constructs';
import { isPeer, type Peer, policyPeer } from '../application/peer';
import { addProblem } from '../application/problem';
import type { Metrics, NamedPort } from '../containers/ports';
import { policyPort } from '../network/network-policy';
import type { PodNetwork } from '../network/pod-network';

/** Where the containers of a pod tell metrics. */
export class PodMetrics {
  private readonly endpoints: { readonly port: number; readonly path: string }[] = [];
  private isOpen = false;

  constructor(private readonly construct: Construct) {}

  /** Adds the endpoint of a container with these ports, if it has one. */
  public add(metrics: Metrics | undefined, ports: readonly NamedPort[]): void {
    if (!metrics) return;
    const { path = '/metrics' } = metrics;
    const port = ports.find(({ name }) => name === metrics.port)?.port;
    if (!path.startsWith('/')) addProblem(this.construct, `metrics.path is '${path}': begin it with '/'`);
    if (port !== undefined) {
      this.endpoints.push({ port, path });
      return;
    }
    const known = ports.map(({ name }) => name).join(', ') || 'none';
    addProblem(this.construct, `metrics.port is '${metrics.port}', which is no declared port: use one of ${known}`);
  }

  /** Lets those in who read metrics, once there are any. */
  public open(network: PodNetwork, readers: readonly Peer[] = []): void {
    // what is no list of peers is a mistake of the environment
    const peers = [readers].flat().filter(isPeer).map(policyPeer);
    if (this.isOpen || peers.length === 0 || this.endpoints.length === 0) return;
    this.isOpen = true;
    network.letIn('from-metrics', peers, () => this.endpoints.map(({ port }) => policyPort(port)));
  }

  /** The annotations that a Prometheus looks for by convention; there is room for one endpoint, the first. */
  public get annotations(): Readonly<Record<string, string>> {
    const [first] = this.endpoints;
    if (!first) return {};
    return {
      'prometheus.io/scrape': 'true',
      'prometheus.io/port': String(first.port),
      'prometheus.io/path': first.path,
    };
  }
}
