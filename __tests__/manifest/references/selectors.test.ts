import { describeSelector } from '../../../lib/manifest/references/label-selector';
import { selectors } from '../../../lib/manifest/references/selectors';
import { resourcesOf } from '../../policy/support/describe-rule';

function selectorsOf(text: string): readonly string[] {
  return selectors(resourcesOf(text)[0]!).map(({ path, role, of, selector, namespaces }) => {
    const place = namespaces ? ` in ${describeSelector(namespaces)}` : '';
    return `${path}: ${role} of ${of} with ${describeSelector(selector)}${place}`;
  });
}

const META = 'metadata: { name: web, namespace: shop }';
const WEB = '{ matchLabels: { app: web } }';

test.each([
  [
    'a Service',
    `{ apiVersion: v1, kind: Service, ${META}, spec: { selector: { app: web } } }`,
    ['spec.selector: service of pods with app=web'],
  ],
  ['a Service without one', `{ apiVersion: v1, kind: Service, ${META}, spec: {} }`, []],
  [
    'a budget',
    `{ apiVersion: policy/v1, kind: PodDisruptionBudget, ${META}, spec: { selector: ${WEB} } }`,
    ['spec.selector: budget of pods with app=web'],
  ],
  [
    'a NetworkPolicy',
    `{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, ${META}, spec: { podSelector: ${WEB},
       ingress: [{ from: [{ podSelector: ${WEB} }, { ipBlock: { cidr: 10.0.0.0/8 } }] }],
       egress: [{ to: [{ namespaceSelector: { matchLabels: { team: a } }, podSelector: ${WEB} }, { namespaceSelector: {} }] }] } }`,
    [
      'spec.podSelector: policy of pods with app=web',
      'spec.ingress[0].from[0].podSelector: peer of pods with app=web',
      'spec.egress[0].to[0].podSelector: peer of pods with app=web in team=a',
    ],
  ],
  [
    'a Deployment',
    `{ apiVersion: apps/v1, kind: Deployment, ${META}, spec: { selector: ${WEB}, template: { spec: { topologySpreadConstraints: [{ labelSelector: ${WEB} }] } } } }`,
    [
      'spec.selector: workload of pods with app=web',
      'spec.template.spec.topologySpreadConstraints[0].labelSelector: spread of pods with app=web',
    ],
  ],
  [
    'a ServiceMonitor',
    `{ apiVersion: monitoring.coreos.com/v1, kind: ServiceMonitor, ${META}, spec: { selector: ${WEB} } }`,
    ['spec.selector: monitor of services with app=web'],
  ],
  [
    'a PodMonitor',
    `{ apiVersion: monitoring.coreos.com/v1, kind: PodMonitor, ${META}, spec: { selector: ${WEB} } }`,
    ['spec.selector: monitor of pods with app=web'],
  ],
  ['an object that selects nothing', `{ apiVersion: v1, kind: ConfigMap, ${META}, spec: { selector: ${WEB} } }`, []],
])('%s', (_, text, found) => {
  expect(selectorsOf(text)).toEqual(found);
});
