import type { Exposure, Route } from '../../application/exposure';
import { annotationProblems } from './annotation-problems';
import { splitHost } from './host-problems';
import { quoted } from '../../application/quoted';

/** What a cloud's load balancer is told. */
export interface LoadBalancerProps {
  /** Annotations of the Service, as the cloud documents them. @default - none */
  readonly annotations?: Readonly<Record<string, string>>;
  /** Which load balancer, such as `service.k8s.aws/nlb`. It can't change later. @default - the cluster's */
  readonly class?: string;
}

const PASSES_ON =
  "it passes traffic on as it is, so leave tls out, or end TLS in the cloud with the adapter's annotations";

/**
 * Exposes each workload with a load balancer of its own, without an ingress controller. It listens on the Service's port
 * and passes traffic on as it is; hosts are not rendered, so point their DNS records to its address.
 * https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer
 */
export function loadBalancer(props: LoadBalancerProps = {}): Exposure {
  return {
    name: 'loadBalancer',
    intents: [],
    remedies: {
      paths: 'a load balancer leads to the whole workload, so leave paths out',
      tls: PASSES_ON,
      'tls.secret': PASSES_ON,
      'tls.issuer': PASSES_ON,
    },
    from: 'anywhere',
    problems: (route) => [...settingsProblems(props), ...portProblems(route)],
    render: () => ({
      service: { type: 'LoadBalancer', annotations: props.annotations, loadBalancerClass: props.class },
    }),
  };
}

function settingsProblems(props: LoadBalancerProps): readonly string[] {
  const problems = annotationProblems('loadBalancer: annotations', props.annotations);
  if (props.class === undefined || /^([-a-z0-9.]+\/)?[A-Za-z0-9]([-\w.]*[A-Za-z0-9])?$/.test(props.class))
    return problems;
  return [...problems, `loadBalancer: class is ${quoted(props.class)}: write it as in 'service.k8s.aws/nlb'`];
}

function portProblems({ hosts, paths }: Route): readonly string[] {
  const listens = paths[0]?.port.number;
  return hosts
    .map((host) => ({ host, ...splitHost(host) }))
    .filter(({ port }) => port !== undefined && port !== listens)
    .map(
      ({ host, name }) => `host '${host}': the load balancer listens on the Service's port ${listens}: write '${name}'`,
    );
}
