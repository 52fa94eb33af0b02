import { validQuantities } from '../../../lib/policy/rules/valid-quantities';
import { describeRule } from '../support/describe-rule';

const pod = (resources: string) =>
  `{ apiVersion: v1, kind: Pod, metadata: { name: a }, spec: { containers: [{ name: a, image: a, resources: ${resources} }] } }`;

describeRule(validQuantities, {
  accepts: {
    'a request below the limit': pod('{ requests: { cpu: 100m, memory: 1.5Gi }, limits: { cpu: 1, memory: 2Gi } }'),
    'a request equal to the limit in other words': pod('{ requests: { memory: 1024Mi }, limits: { memory: 1Gi } }'),
    'a limit without a request': pod('{ limits: { example.com/gpu: 1 } }'),
  },
  rejects: {
    'a quantity with a space': [
      pod('{ requests: { memory: 128 Mi } }'),
      'spec.containers[a].resources.requests.memory: is no quantity such as 100m or 1Gi: "128 Mi": did you mean 128Mi?',
    ],
    'a request above the limit': [
      pod('{ requests: { cpu: 2 }, limits: { cpu: 500m } }'),
      'spec.containers[a].resources.requests.cpu: must not exceed the limit (500m), is 2',
    ],
    'a negative request': [
      pod('{ requests: { cpu: -1 } }'),
      'spec.containers[a].resources.requests.cpu: must not be negative, is -1',
    ],
    'a device that is asked for without a limit': [
      pod('{ requests: { example.com/gpu: 1 } }'),
      'spec.containers[a].resources.requests[example.com/gpu]: needs a limit of example.com/gpu that is equal',
    ],
    'a claim without a size': [
      '{ apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: a }, spec: { accessModes: [ReadWriteOnce] } }',
      'spec.resources.requests.storage: is required',
    ],
  },
});
