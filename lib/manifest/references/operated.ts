import type { Resource } from '../resource';
import { textAt } from '../fields';
import { memoize } from '../memoize';
import { groupOf, nameOf } from './reference';

/** Ends of groups whose objects configure something that is there already. Kinds of Kubernetes itself are among them. */
const QUIET = [
  'k8s.io',
  'cert-manager.io',
  'external-secrets.io',
  'bitnami.com',
  'onepassword.com',
  'secrets.hashicorp.com',
  'traefik.io',
  'traefik.containo.us',
  'projectcontour.io',
  'konghq.com',
  'nginx.org',
  'haproxy.org',
  'istio.io',
  'linkerd.io',
  'cilium.io',
  'projectcalico.org',
  'envoyproxy.io',
  'metallb.io',
  'elbv2.k8s.aws',
  'networking.gke.io',
  'cloud.google.com',
  'keda.sh',
  'argoproj.io',
  'velero.io',
  'kyverno.io',
  'gatekeeper.sh',
  'source.toolkit.fluxcd.io',
  'csi.x-k8s.io',
  'openshift.io',
  'apisix.apache.org',
  'getambassador.io',
  'solo.io',
  'kuma.io',
  'karpenter.sh',
];

/** The only kinds of Prometheus that become pods. */
const PROMETHEUS = /^(?:Prometheus|PrometheusAgent|Alertmanager|ThanosRuler)$/;

/** Whether an object is one from which an operator may create pods, Services and Secrets that no manifest shows. */
export function isOperated({ object }: Resource): boolean {
  const group = groupOf(object.apiVersion);
  if (group === 'monitoring.coreos.com') return PROMETHEUS.test(object.kind);
  return group.includes('.') && !isQuiet(group);
}

const isQuiet = memoize((group) => QUIET.some((end) => group === end || group.endsWith(`.${end}`)));

/** Whether a name is one that an operator gives: that of its object, or one that begins with it, as `db-app` does. */
export function isNamedAfter(name: string, operated: Resource): boolean {
  const own = nameOf(operated);
  return own !== '' && name.split('.').some((part) => part === own || part.startsWith(`${own}-`));
}

/** Whether a label is one that an operator gives to pods, by its value: a name, or the kind of the object. */
export function isLabelledAfter(value: string, operated: Resource): boolean {
  return isNamedAfter(value, operated) || value === textAt(operated.object, 'kind')?.toLowerCase();
}
