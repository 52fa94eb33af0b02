import type { Route } from '../../application/exposure';
import type { KubernetesObject } from '../../manifest/kubernetes-object';
import { compact } from '../../synth/compact';
import type { IngressSpec } from '../../synth/kubernetes';

/** What an Ingress has beside its hosts and paths. */
export interface IngressProps {
  /** The Ingress's name. */
  readonly name: string;
  /** The IngressClass. */
  readonly class: string;
  /** @default - none */
  readonly annotations?: Readonly<Record<string, string>>;
  /** The Secret with the certificate of all hosts. @default - none: no TLS, or a certificate that the controller has */
  readonly secret?: string;
}

/**
 * An Ingress with a rule for each host, all with the route's paths.
 * https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/
 */
export function ingressObject(route: Route, props: IngressProps): KubernetesObject {
  const { name, annotations = {}, secret } = props;
  const paths = route.paths.map(({ path, match, service, port }) => ({
    path,
    pathType: match,
    backend: { service: { name: service, port: { name: port.name } } },
  }));
  const spec: IngressSpec = {
    ingressClassName: props.class,
    tls: secret === undefined ? undefined : [{ hosts: route.hosts, secretName: secret }],
    rules: route.hosts.map((host) => ({ host, http: { paths } })),
  };
  return compact({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name, annotations: Object.keys(annotations).length > 0 ? annotations : undefined },
    spec,
  });
}
