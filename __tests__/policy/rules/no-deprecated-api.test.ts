import { noDeprecatedApi } from '../../../lib/policy/rules/no-deprecated-api';
import { check } from '../../../lib/policy/check';
import { describeRule, resourcesOf, TARGET } from '../support/describe-rule';

const pod = (spec: string, annotations = '{}') => `
apiVersion: v1
kind: Pod
metadata: { name: web, annotations: ${annotations} }
spec: { containers: [{ name: web, image: web }], ${spec} }
`;

describeRule(noDeprecatedApi, {
  accepts: {
    'what is current': pod('serviceAccountName: web, nodeSelector: { kubernetes.io/arch: amd64 }'),
    'a Service without external addresses':
      '{ apiVersion: v1, kind: Service, metadata: { name: web }, spec: { externalIPs: [] } }',
    'external addresses before 1.36':
      '{ apiVersion: v1, kind: Service, metadata: { name: web }, spec: { externalIPs: [1.2.3.4] } }',
  },
  rejects: {
    'the old name of the account': [
      pod('serviceAccount: web'),
      'spec.serviceAccount: is deprecated: use serviceAccountName',
    ],
    'labels of nodes that have other names now': [
      pod('nodeSelector: { beta.kubernetes.io/arch: amd64 }'),
      'spec.nodeSelector[beta.kubernetes.io/arch]: is deprecated: use kubernetes.io/arch',
    ],
    'a volume that works no more': [
      pod('volumes: [{ name: a, gitRepo: { repository: x } }]'),
      'spec.volumes[a].gitRepo: is deprecated: use an init container that clones into an emptyDir',
    ],
    'annotations that have become fields': [
      pod('hostname: web', '{ container.apparmor.security.beta.kubernetes.io/web: unconfined }'),
      'metadata.annotations[container.apparmor.security.beta.kubernetes.io/web]: is deprecated: use securityContext.appArmorProfile',
    ],
    Endpoints: [
      '{ apiVersion: v1, kind: Endpoints, metadata: { name: web } }',
      'apiVersion: v1 Endpoints is deprecated: use discovery.k8s.io/v1 EndpointSlice',
    ],
  },
});

describeRule(
  noDeprecatedApi,
  {
    rejects: {
      'a version that will go': [
        '{ apiVersion: flowcontrol.apiserver.k8s.io/v1beta3, kind: FlowSchema, metadata: { name: a } }',
        'apiVersion: flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema is deprecated and gone from Kubernetes 1.32 on: use flowcontrol.apiserver.k8s.io/v1 FlowSchema',
      ],
    },
  },
  { kubernetes: '1.30' },
);

test.each([
  [
    'no-external-ips',
    '{ apiVersion: v1, kind: Service, metadata: { name: web }, spec: { externalIPs: [1.2.3.4] } }',
    'spec.externalIPs',
  ],
  [
    'ingress-class-is-set',
    '{ apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: { name: web, annotations: { kubernetes.io/ingress.class: traefik } }, spec: { defaultBackend: { service: { name: web, port: { number: 80 } } } } }',
    'metadata.annotations[kubernetes.io/ingress.class]',
  ],
  [
    'valid-schema',
    '{ apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: { name: web }, rules: [{ apiGroups: [""], resources: [pods] }] }',
    'rules[0].verbs',
  ],
])('one mistake is one finding: %s says it', (id, text, place) => {
  const findings = check(resourcesOf(text), { ...TARGET, kubernetes: '1.36' });

  expect(findings.filter(({ path }) => path === place).map(({ rule }) => rule)).toEqual([id]);
});
