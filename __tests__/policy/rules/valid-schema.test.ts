import { validSchema } from '../../../lib/policy/rules/valid-schema';
import { describeRule } from '../support/describe-rule';

const pod = (container: string) => `
apiVersion: v1
kind: Pod
metadata: { name: web }
spec: { containers: [{ name: web, image: web, ${container} }] }
`;

describeRule(validSchema, {
  accepts: {
    'known fields of the right type': pod('env: [{ name: A, value: "1" }], imagePullPolicy: Always'),
    'null for a field that is not known': pod('bogus: null'),
    'an empty text where it means none': pod('imagePullPolicy: ""'),
    'a kind that we have no schema of': '{ apiVersion: example.com/v1, kind: Thing, metadata: { name: a }, bogus: 1 }',
  },
  rejects: {
    'an unknown field, and says which is meant': [
      pod('ressources: {}'),
      'spec.containers[web].ressources: unknown field: did you mean "resources"?',
    ],
    'a field that is in another case': [
      '{ apiVersion: v1, kind: ConfigMap, metadata: { name: a }, Data: {} }',
      'Data: unknown field: did you mean "data"?',
    ],
    'a number where a text belongs': [
      pod('env: [{ name: PORT, value: 8080 }]'),
      'spec.containers[web].env[PORT].value: must be a text, is a number: put it in quotes',
    ],
    'a text where a list belongs': [
      pod('command: nginx -g'),
      'spec.containers[web].command: must be a list, is the text "nginx -g"',
    ],
    'a value that is none of the known ones': [
      pod('imagePullPolicy: IfNotPresnt'),
      'spec.containers[web].imagePullPolicy: "IfNotPresnt" is none of Always, IfNotPresent, Never: did you mean "IfNotPresent"?',
    ],
    'what lacks a field that it needs': [
      '{ apiVersion: apps/v1, kind: Deployment, metadata: { name: web }, spec: {} }',
      'spec.template.spec.containers: is required',
      'spec.selector: is required',
    ],
    'a Secret whose data is not encoded, without showing it': [
      '{ apiVersion: v1, kind: Secret, metadata: { name: a }, data: { key: "a b" } }',
      'data.key: is not encoded in base64',
    ],
  },
});

describeRule(
  validSchema,
  {
    rejects: {
      'a field that is newer than the target': [
        pod('lifecycle: { preStop: { sleep: { seconds: 1 } } }'),
        'spec.containers[web].lifecycle.preStop.sleep: unknown field: Kubernetes has it from 1.29 on, the target is 1.28',
      ],
    },
  },
  { kubernetes: '1.28' },
);
