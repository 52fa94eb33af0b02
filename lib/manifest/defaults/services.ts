import type { Fields } from '../fields';
import { fieldAt } from '../fields';
import { isAtLeast } from '../version';
import { changeEach, type Defaults, fill, without } from './fill';

/**
 * Services and endpoints. https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/v1/defaults.go and
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/discovery/v1/defaults.go
 */
export const SERVICES: Readonly<Record<string, Defaults>> = {
  'core.v1.ServiceSpec': (spec, version) => {
    const typed = withAffinity(fill(withoutPolicy(spec), { type: 'ClusterIP', sessionAffinity: 'None' }));
    const isInternal = ['ClusterIP', 'NodePort', 'LoadBalancer'].includes(String(typed.type));
    return fill(changeEach(typed, 'ports', servicePort), {
      externalTrafficPolicy: isReachable(typed, version) ? 'Cluster' : undefined,
      internalTrafficPolicy: isInternal ? 'Cluster' : undefined,
      allocateLoadBalancerNodePorts: typed.type === 'LoadBalancer' ? true : undefined,
    });
  },
  'core.v1.EndpointPort': { protocol: 'TCP' },
  'discovery.v1.EndpointPort': { name: '', protocol: 'TCP' },
};

/** A name in the DNS alone leads nowhere inside, and so has no policy for that. */
function withoutPolicy(spec: Fields): Fields {
  return spec.type === 'ExternalName' ? without(spec, 'internalTrafficPolicy') : spec;
}

function withAffinity(spec: Fields): Fields {
  if (spec.sessionAffinity === 'None') return without(spec, 'sessionAffinityConfig');
  const hasTimeout = fieldAt(spec, 'sessionAffinityConfig', 'clientIP', 'timeoutSeconds') !== undefined;
  if (spec.sessionAffinity !== 'ClientIP' || hasTimeout) return spec;
  return { ...spec, sessionAffinityConfig: { clientIP: { timeoutSeconds: 10800 } } };
}

function servicePort(port: Fields): Fields {
  const { targetPort } = port;
  const isUnset = targetPort === undefined || targetPort === 0 || targetPort === '';
  return fill(isUnset ? { ...port, targetPort: port.port } : port, { protocol: 'TCP' });
}

function isReachable({ type, externalIPs }: Fields, version: string): boolean {
  const hasAddresses = Array.isArray(externalIPs) && externalIPs.length > 0 && isAtLeast(version, '1.29');
  return type === 'LoadBalancer' || type === 'NodePort' || (type === 'ClusterIP' && hasAddresses);
}
