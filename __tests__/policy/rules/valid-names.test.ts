import { validNames } from '../../../lib/policy/rules/valid-names';
import { describeRule } from '../support/describe-rule';

const named = (kind: string, name: string, apiVersion = 'v1') =>
  `{ apiVersion: ${apiVersion}, kind: ${kind}, metadata: { name: ${name} } }`;
const quota = (counted: string) =>
  `{ apiVersion: v1, kind: ResourceQuota, metadata: { name: a }, spec: { hard: { ${counted}: 10Gi } } }`;
const limits = (resource: string) =>
  `{ apiVersion: v1, kind: LimitRange, metadata: { name: a }, spec: { limits: [{ type: PersistentVolumeClaim, max: { ${resource}: 10Gi } }] } }`;
const env = (name: string) =>
  `{ apiVersion: v1, kind: Pod, metadata: { name: a }, spec: { containers: [{ name: a, image: a, env: [{ name: '${name}' }] }] } }`;

describeRule(validNames, {
  accepts: {
    'names with dots': named('ConfigMap', 'a.b-c'),
    'a Role with capitals': named('Role', 'system:Reader', 'rbac.authorization.k8s.io/v1'),
    'a generated name': '{ apiVersion: batch/v1, kind: Job, metadata: { generateName: task- } }',
    'a variable with dots': env('a.b'),
    'a quota of what claims ask for': quota('requests.storage'),
    'a limit of what a claim asks for': limits('storage'),
  },
  rejects: {
    capitals: [
      named('ConfigMap', 'Web'),
      'metadata.name: must be lower-case letters, digits, "-" and ".", with a letter or digit at the ends of each part: "Web"',
    ],
    'a Service that begins with a digit': [
      named('Service', '1web'),
      'metadata.name: must be lower-case letters, digits and "-", begin with a letter and end with a letter or digit: "1web"',
    ],
    'a namespace with a dot': [
      named('Namespace', 'a.b'),
      'metadata.name: must be lower-case letters, digits and "-", with a letter or digit at both ends: "a.b"',
    ],
    'a CronJob whose Jobs could not be named': [
      named('CronJob', 'b'.repeat(53), 'batch/v1'),
      'metadata.name: must be at most 52 characters, has 53',
    ],
    'no name': ['{ apiVersion: v1, kind: ConfigMap, metadata: {} }', 'metadata.name: is required'],
    'no metadata': ['{ apiVersion: v1, kind: ConfigMap }', 'metadata.name: is required'],
    'a variable with an equals sign': [
      env('A=B'),
      'spec.containers[a].env[A=B].name: must be printable ASCII characters other than "=": "A=B"',
    ],
    'a quota of storage that nobody asks for': [
      quota('storage'),
      'spec.hard.storage: is no resource that is counted: storage',
    ],
    'a key of a ConfigMap with a slash': [
      '{ apiVersion: v1, kind: ConfigMap, metadata: { name: a }, data: { a/b: "" } }',
      'data[a/b]: the key must be letters, digits, "-", "_" and ".": "a/b"',
    ],
  },
});

describeRule(
  validNames,
  { accepts: { 'a Service that begins with a digit from 1.36 on': named('Service', '1web') } },
  { kubernetes: '1.36' },
);

describeRule(
  validNames,
  {
    rejects: {
      'a variable that begins with a digit before 1.32': [
        env('1A'),
        'spec.containers[a].env[1A].name: must be letters, digits, "_", "-" and ".", and not begin with a digit: "1A"',
      ],
    },
  },
  { kubernetes: '1.31' },
);
