import { requireMemoryRequest } from '../../../lib/policy/rules/require-memory-request';
import { describeRule } from '../support/describe-rule';
import { container, manifests, pod } from '../support/manifests';

describeRule(requireMemoryRequest, {
  accepts: {
    'a request': container('resources: { requests: { memory: 1 } }'),
    'a limit, which is requested too': container('resources: { limits: { memory: 1 } }'),
    'a request of the whole pod': container('image: web', 'resources: { requests: { memory: 1 } }'),
    'what a LimitRange of the namespace gives': manifests(
      '{ apiVersion: v1, kind: LimitRange, metadata: { name: limits, namespace: shop }, spec: { limits: [{ type: Container, defaultRequest: { memory: 1 } }] } }',
      container('image: web'),
    ),
    'a container that somebody added to look into the pod': pod('ephemeralContainers: [{ name: debug }]'),
  },
  rejects: {
    'a container that says nothing': [
      container('image: web'),
      'spec.containers[web].resources.requests.memory: web requests no memory',
    ],
    'init containers and sidecars too': [
      pod('initContainers: [{ name: init }, { name: agent, restartPolicy: Always }]'),
      'spec.initContainers[init].resources.requests.memory: init requests no memory',
      'spec.initContainers[agent].resources.requests.memory: agent requests no memory',
    ],
    'what a LimitRange of another namespace gives': [
      manifests(
        '{ apiVersion: v1, kind: LimitRange, metadata: { name: limits, namespace: blog }, spec: { limits: [{ type: Container, defaultRequest: { memory: 1 } }] } }',
        container('image: web'),
      ),
      'spec.containers[web].resources.requests.memory: web requests no memory',
    ],
  },
});
