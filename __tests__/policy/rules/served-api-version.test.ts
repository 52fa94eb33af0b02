import { servedApiVersion } from '../../../lib/policy/rules/served-api-version';
import { describeRule } from '../support/describe-rule';

describeRule(servedApiVersion, {
  accepts: {
    'a version that is served': '{ apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: { name: web } }',
    'a kind that is not of Kubernetes':
      '{ apiVersion: traefik.io/v1alpha1, kind: Middleware, metadata: { name: web } }',
    'the Gateway API': '{ apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: { name: web } }',
  },
  rejects: {
    'a version that is gone, and names its successor': [
      '{ apiVersion: extensions/v1beta1, kind: Ingress, metadata: { name: web } }',
      'apiVersion: extensions/v1beta1 Ingress is gone since Kubernetes 1.22: use networking.k8s.io/v1 Ingress',
    ],
    'a version whose successor is gone too, and names the last one': [
      '{ apiVersion: flowcontrol.apiserver.k8s.io/v1beta2, kind: FlowSchema, metadata: { name: a } }',
      'apiVersion: flowcontrol.apiserver.k8s.io/v1beta2 FlowSchema is gone since Kubernetes 1.29: use flowcontrol.apiserver.k8s.io/v1 FlowSchema',
    ],
    'a kind that is gone for good': [
      '{ apiVersion: policy/v1beta1, kind: PodSecurityPolicy, metadata: { name: a } }',
      'apiVersion: policy/v1beta1 PodSecurityPolicy is gone since Kubernetes 1.25',
    ],
    'a version that is not there yet': [
      '{ apiVersion: resource.k8s.io/v1beta2, kind: DeviceTaintRule, metadata: { name: a } }',
      'apiVersion: resource.k8s.io/v1beta2 DeviceTaintRule needs Kubernetes 1.36, the target is 1.33',
    ],
    'a version that somebody must enable': [
      '{ apiVersion: networking.k8s.io/v1beta1, kind: IPAddress, metadata: { name: a } }',
      'apiVersion: networking.k8s.io/v1beta1 IPAddress is served only where somebody has enabled it: use networking.k8s.io/v1 IPAddress',
    ],
    'a stable kind that is not there yet': [
      '{ apiVersion: resource.k8s.io/v1, kind: ResourceClaim, metadata: { name: a } }',
      'apiVersion: resource.k8s.io/v1 ResourceClaim is not in Kubernetes 1.33',
    ],
    'a kind in the wrong group': [
      '{ apiVersion: v1, kind: Deployment, metadata: { name: web } }',
      'apiVersion: there is no Deployment in v1: it is in apps/v1',
    ],
    'a kind that is misspelt': [
      '{ apiVersion: v1, kind: ConfigMaps, metadata: { name: a } }',
      'apiVersion: there is no ConfigMaps in v1: did you mean ConfigMap?',
    ],
    'an object without a kind': ['{ apiVersion: v1, metadata: { name: a } }', 'kind: is required'],
  },
});

describeRule(
  servedApiVersion,
  {
    accepts: {
      'what an old version still serves':
        '{ apiVersion: flowcontrol.apiserver.k8s.io/v1beta2, kind: FlowSchema, metadata: { name: a } }',
    },
  },
  { kubernetes: '1.28' },
);
