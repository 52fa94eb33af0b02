import { noDuplicates } from '../../../lib/policy/rules/no-duplicates';
import { describeRule } from '../support/describe-rule';

const pod = (spec: string) => `{ apiVersion: v1, kind: Pod, metadata: { name: a }, spec: { ${spec} } }`;
const container = (fields: string) => pod(`containers: [{ name: a, image: a, ${fields} }]`);

describeRule(noDuplicates, {
  accepts: {
    'a port number in two protocols': container('ports: [{ containerPort: 53 }, { containerPort: 53, protocol: UDP }]'),
    'a volume that is mounted twice': container(
      'volumeMounts: [{ name: v, mountPath: /a }, { name: v, mountPath: /b }]',
    ),
    'arguments that repeat': container('args: [-v, -v]'),
  },
  rejects: {
    'two containers of one name': [
      pod('containers: [{ name: a, image: a }, { name: a, image: b }]'),
      'spec.containers[a]: is there twice: a',
    ],
    'an init container named like a container': [
      pod('containers: [{ name: a, image: a }], initContainers: [{ name: a, image: a }]'),
      'spec.initContainers[a].name: is there twice: a',
    ],
    'a variable that is there twice': [
      container('env: [{ name: A, value: a }, { name: A, value: b }]'),
      'spec.containers[a].env[A]: is there twice: A',
    ],
    'two mounts at one path': [
      container('volumeMounts: [{ name: v, mountPath: / }, { name: w, mountPath: / }]'),
      'spec.containers[a].volumeMounts[/]: is there twice: /',
    ],
    'a key in data and binaryData': [
      '{ apiVersion: v1, kind: ConfigMap, metadata: { name: a }, data: { k: "" }, binaryData: { k: "" } }',
      'data.k: is in binaryData too',
    ],
  },
});
