import type { Fields } from '../fields';
import { change, type Defaults, fill } from './fill';

const HTTPS: Fields = { port: 443 };
const EVERYTHING: Fields = { matchPolicy: 'Equivalent', namespaceSelector: {}, objectSelector: {} };
const WEBHOOK: Fields = { failurePolicy: 'Fail', timeoutSeconds: 10, ...EVERYTHING };

/**
 * What extends the API server: webhooks, admission policies, definitions of custom resources, further API servers.
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/admissionregistration/v1/defaults.go,
 * https://github.com/kubernetes/apiextensions-apiserver/blob/master/pkg/apis/apiextensions/v1/defaults.go,
 * https://github.com/kubernetes/kube-aggregator/blob/master/pkg/apis/apiregistration/v1/defaults.go
 */
export const ADMISSION: Readonly<Record<string, Defaults>> = {
  'admissionregistration.v1.ValidatingWebhook': WEBHOOK,
  'admissionregistration.v1.MutatingWebhook': { ...WEBHOOK, reinvocationPolicy: 'Never' },
  'admissionregistration.v1.RuleWithOperations': { scope: '*' },
  'admissionregistration.v1.NamedRuleWithOperations': { scope: '*' },
  'admissionregistration.v1.ServiceReference': HTTPS,
  'admissionregistration.v1.MatchResources': EVERYTHING,
  'admissionregistration.v1.ValidatingAdmissionPolicySpec': { failurePolicy: 'Fail' },
  'admissionregistration.v1.MutatingAdmissionPolicySpec': { failurePolicy: 'Fail' },
  'apiextensions.v1.ServiceReference': HTTPS,
  'apiextensions.v1.CustomResourceDefinitionSpec': (spec) =>
    fill(change(spec, 'names', withNames), { conversion: { strategy: 'None' } }),
  'apiregistration.v1.ServiceReference': HTTPS,
};

function withNames(names: Fields): Fields {
  const { kind } = names;
  if (typeof kind !== 'string') return names;
  return fill(names, { singular: kind.toLowerCase(), listKind: kind === '' ? undefined : `${kind}List` });
}
