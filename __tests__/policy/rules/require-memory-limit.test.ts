import { requireMemoryLimit } from '../../../lib/policy/rules/require-memory-limit';
import { describeRule } from '../support/describe-rule';
import { container, manifests } from '../support/manifests';

describeRule(requireMemoryLimit, {
  accepts: {
    'a limit': container('resources: { limits: { memory: 1Gi } }'),
    'a limit of the whole pod': container('image: web', 'resources: { limits: { memory: 1Gi } }'),
    'what a LimitRange of the namespace gives': manifests(
      '{ apiVersion: v1, kind: LimitRange, metadata: { name: limits, namespace: shop }, spec: { limits: [{ type: Container, default: { memory: 1Gi } }] } }',
      container('image: web'),
    ),
  },
  rejects: {
    'a request alone': [
      container('resources: { requests: { memory: 1Gi } }'),
      'spec.containers[web].resources.limits.memory: web has no memory limit',
    ],
    'a LimitRange that only requests': [
      manifests(
        '{ apiVersion: v1, kind: LimitRange, metadata: { name: limits, namespace: shop }, spec: { limits: [{ type: Container, defaultRequest: { memory: 1Gi } }] } }',
        container('image: web'),
      ),
      'spec.containers[web].resources.limits.memory: web has no memory limit',
    ],
  },
});
