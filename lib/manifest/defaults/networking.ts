import type { Fields } from '../fields';
import { change, type Defaults, fill } from './fill';

/**
 * NetworkPolicies and IngressClasses.
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/networking/v1/defaults.go
 */
export const NETWORKING: Readonly<Record<string, Defaults>> = {
  'networking.v1.NetworkPolicyPort': { protocol: 'TCP' },
  'networking.v1.NetworkPolicySpec': (spec) => fill(spec, { policyTypes: policyTypes(spec) }),
  'networking.v1.IngressClassSpec': (spec) =>
    change(spec, 'parameters', (parameters) => fill(parameters, { scope: 'Cluster' })),
};

function policyTypes({ egress }: Fields): readonly string[] {
  return egress === undefined ? ['Ingress'] : ['Ingress', 'Egress'];
}
