import type { Exposure, Route } from '../../application/exposure';
import { splitHost } from './host-problems';

const PASSES_ON = 'a node port passes traffic on as it is, so leave tls out';

/**
 * Exposes workloads on a port of every node, without an ingress controller: good for a cluster on your own machine.
 * The host may carry the port, as in `localhost:30080`; the cluster picks one where it does not.
 * https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport
 */
export function nodePort(): Exposure {
  return {
    name: 'nodePort',
    intents: [],
    remedies: {
      paths: 'a node port leads to the whole workload, so leave paths out',
      tls: PASSES_ON,
      'tls.secret': PASSES_ON,
      'tls.issuer': PASSES_ON,
    },
    from: 'anywhere',
    problems: problemsOf,
    render: (route) => ({ service: { type: 'NodePort', nodePort: ports(route)[0] } }),
  };
}

function problemsOf(route: Route): readonly string[] {
  const [first, ...others] = ports(route);
  if (first === undefined) return [];
  if (others.length > 0) {
    return [`hosts have the ports ${[first, ...others].join(' and ')}, but a workload has one node port: write one`];
  }
  if (first >= 30000 && first <= 32767) return [];
  return [
    `host '${route.hosts.find((host) => splitHost(host).port)}' has port ${first}: node ports are 30000 to 32767`,
  ];
}

/** The ports that hosts carry, each once. */
function ports({ hosts }: Route): number[] {
  return [...new Set(hosts.map((host) => splitHost(host).port).filter((port) => port !== undefined))];
}
