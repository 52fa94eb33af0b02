import { requireCpuRequest } from '../../../lib/policy/rules/require-cpu-request';
import { describeRule } from '../support/describe-rule';
import { container, manifests, pod } from '../support/manifests';

describeRule(requireCpuRequest, {
  accepts: {
    'a request': container('resources: { requests: { cpu: 1 } }'),
    'a limit, which is requested too': container('resources: { limits: { cpu: 1 } }'),
    'a request of the whole pod': container('image: web', 'resources: { requests: { cpu: 1 } }'),
    'what a LimitRange of the namespace gives': manifests(
      '{ apiVersion: v1, kind: LimitRange, metadata: { name: limits, namespace: shop }, spec: { limits: [{ type: Container, defaultRequest: { cpu: 1 } }] } }',
      container('image: web'),
    ),
    'a container that somebody added to look into the pod': pod('ephemeralContainers: [{ name: debug }]'),
  },
  rejects: {
    'a container that says nothing': [
      container('image: web'),
      'spec.containers[web].resources.requests.cpu: web requests no CPU',
    ],
    'init containers and sidecars too': [
      pod('initContainers: [{ name: init }, { name: agent, restartPolicy: Always }]'),
      'spec.initContainers[init].resources.requests.cpu: init requests no CPU',
      'spec.initContainers[agent].resources.requests.cpu: agent requests no CPU',
    ],
    'what a LimitRange of another namespace gives': [
      manifests(
        '{ apiVersion: v1, kind: LimitRange, metadata: { name: limits, namespace: blog }, spec: { limits: [{ type: Container, defaultRequest: { cpu: 1 } }] } }',
        container('image: web'),
      ),
      'spec.containers[web].resources.requests.cpu: web requests no CPU',
    ],
  },
});
