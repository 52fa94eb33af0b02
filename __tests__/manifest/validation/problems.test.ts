import { parse } from 'yaml';
import { problemsOf } from '../../../lib/manifest/validation/problems';
import { BASES } from '../../cluster/mutations/bases';
import { mutationsOf } from '../../cluster/mutations/mutate';
import { rows, writtenOut } from '../../cluster/support/verdict-table';

/** Warnings: the API server accepts what they are about. */
const WARNINGS = new Set(['no-deprecated-api', 'no-duplicate-ports']);

/** Rows that other rules and the definitions of custom resources are about. */
const OF_OTHERS = /^(restricted-|route-|middleware-|certificate-|monitor-|external-secret-)/;

function refusals(object: unknown, version = '1.37') {
  return problemsOf(object, version).filter(({ rule }) => !WARNINGS.has(rule));
}

test.each(
  rows('rejected')
    .filter(({ id }) => !OF_OTHERS.test(id))
    .flatMap((row) => Object.keys(row.message ?? { '1.37': '' }).map((version) => [row.id, version, row] as const)),
)('what the API server rejects is refused: %s by %s', (_id, version, { object }) => {
  expect(refusals(writtenOut(object), version)).not.toEqual([]);
});

test('what is refused is told once, in the table and of whatever can be wrong with one field', () => {
  const tabled = rows('rejected').map(({ id, object }) => ({ name: id, object: writtenOut(object) }));
  const mutated = BASES.flatMap((base) => mutationsOf(base, '1.37'));

  const twice = [...tabled, ...mutated].filter(({ object }) => {
    const told = problemsOf(object, '1.37').map(({ path, message }) => `${path} ${message}`);
    return new Set(told).size < told.length;
  });

  // Two equal ports both lack a name.
  expect(twice.map(({ name }) => name)).toEqual(['Service spec.ports: first item twice']);
});

test.each(rows('accepted').map((row) => [row.id, row] as const))(
  'what the API server accepts is accepted: %s',
  (_, { object }) => {
    expect(refusals(writtenOut(object))).toEqual([]);
  },
);

test('only from 1.34 on the API server asks what a claim template lacks', () => {
  const { object } = rows('rejected').find(({ id }) => id === 'statefulset-claim-without-access-mode')!;

  expect(refusals(writtenOut(object), '1.33')).toEqual([]);
  expect(refusals(writtenOut(object), '1.34').map(({ rule }) => rule)).toEqual(['complete-claim-template']);
});

test.each([
  ['restart-rules', '1.34', ['available-features', 'valid-object']],
  ['restart-rules', '1.35', ['available-features']],
  ['restart-rules', '1.36', []],
  ['resource-claims', '1.33', ['available-features']],
  ['resource-claims', '1.34', []],
])('what a version drops is refused as that: %s in %s', (id, version, rules) => {
  const { object } = rows('accepted').find((row) => row.id === id)!;

  expect([...new Set(refusals(writtenOut(object), version).map(({ rule }) => rule))]).toEqual(rules);
});

test.each(['1.30', '1.35', '1.36'])(
  'the binding of a policy needs the policy and actions, and is told so once: %s',
  (version) => {
    const text =
      '{ apiVersion: admissionregistration.k8s.io/v1, kind: ValidatingAdmissionPolicyBinding, metadata: { name: a }, spec: {} }';

    expect(problemsOf(parse(text), version).map(({ path, message }) => `${path} ${message}`)).toEqual([
      'spec.policyName is required',
      'spec.validationActions is required',
    ]);
  },
);

test.each([
  ['service-ranges-with-host-bits', '1.35', '1.36'],
  ['variable-from-file-of-no-volume', '1.34', '1.35'],
])('what is refused from a version on: %s', (id, before, since) => {
  const { object } = rows('rejected').find((row) => row.id === id)!;
  const rulesIn = (version: string) => refusals(writtenOut(object), version).map(({ rule }) => rule);

  expect(rulesIn(before).filter((rule) => rule !== 'available-features')).toEqual([]);
  expect(rulesIn(since)).not.toEqual([]);
});

test("a Job's pods have no labels of another Job", () => {
  const job = parse(`
    apiVersion: batch/v1
    kind: Job
    metadata: { name: web }
    spec:
      template:
        metadata: { labels: { controller-uid: fc09984e, batch.kubernetes.io/job-name: api, job-name: web } }
        spec: { restartPolicy: Never, containers: [{ name: web, image: web:1 }] }
  `) as unknown;

  expect(problemsOf(job, '1.33').map(({ path, message }) => `${path} ${message}`)).toEqual([
    'spec.template.metadata.labels.controller-uid must not be set without manualSelector: true',
    'spec.template.metadata.labels[batch.kubernetes.io/job-name] must be the name of the Job: api',
  ]);
});

test('a place is named by what tells the items of a list apart', () => {
  const pod = parse(`
    apiVersion: v1
    kind: Pod
    metadata: { name: web, labels: { app.kubernetes.io/name: 1 } }
    spec:
      containers:
        - name: web
          image: web:1
          ports: [{ containerPort: 80, protocol: X }]
          env: [{ name: LOG_LEVEL, value: 1 }, { value: a }]
          volumeMounts: [{ name: data, mountPath: /data, subPath: /a }]
          args: [1]
      tolerations: [{ operator: Sometimes }]
  `) as unknown;

  expect(problemsOf(pod, '1.33').map(({ path }) => path)).toEqual([
    'metadata.labels[app.kubernetes.io/name]',
    'spec.containers[web].ports[80].protocol',
    'spec.containers[web].env[LOG_LEVEL].value',
    'spec.containers[web].env[1].name',
    'spec.containers[web].volumeMounts[/data].subPath',
    'spec.containers[web].args[0]',
    'spec.tolerations[0].operator',
    'spec.tolerations[0].operator',
    'spec.containers[web].volumeMounts[/data].name',
  ]);
});

test('null is nothing', () => {
  const text =
    '{ apiVersion: v1, kind: ConfigMap, metadata: { name: a, creationTimestamp: null }, data: null, wrong: null }';

  expect(problemsOf(parse(text), '1.33')).toEqual([]);
});

test('status is not looked at', () => {
  expect(
    problemsOf(parse('{ apiVersion: v1, kind: Namespace, metadata: { name: a }, status: { x: 1 } }'), '1.33'),
  ).toEqual([]);
});

test('of a custom kind only the metadata is judged', () => {
  const text = '{ apiVersion: example.com/v1, kind: Thing, metadata: { name: A_B, labels: { a: b c } }, anything: 1 }';

  expect(problemsOf(parse(text), '1.33').map(({ rule, path }) => [rule, path])).toEqual([
    ['valid-labels', 'metadata.labels.a'],
    ['valid-names', 'metadata.name'],
  ]);
});

test.each([
  ['a text', 'text'],
  ['nothing', null],
  ['a list', []],
  ['an empty object', {}],
  ['fields of the wrong type', { apiVersion: 1, kind: [], metadata: 'x', spec: [] }],
  [
    'a pod of the wrong types',
    { apiVersion: 'v1', kind: 'Pod', metadata: [], spec: { containers: { a: 1 }, volumes: 'x' } },
  ],
  ['names of what every object has', { apiVersion: 'v1', kind: 'toString', metadata: { name: 'a' } }],
])('%s does no harm', (_, object) => {
  expect(() => problemsOf(object, '1.33')).not.toThrow();
});

test('an object that contains itself ends', () => {
  const schema: Record<string, unknown> = { type: 'object' };
  schema['properties'] = { again: schema };
  const object = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'things.example.com' },
    spec: {
      group: 'example.com',
      names: { kind: 'Thing', plural: 'things' },
      scope: 'Namespaced',
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schema } }],
    },
  };

  expect(problemsOf(object, '1.33').map(({ message }) => message)).toEqual(['is nested too deeply']);
});

test('no value of a Secret or variable is in a message', () => {
  const text = `{ apiVersion: v1, kind: Secret, metadata: { name: a }, data: { b: "hunter2!" }, stringData: { c: 12345 } }`;

  expect(JSON.stringify(problemsOf(parse(text), '1.33'))).not.toMatch(/hunter2|12345/);
});
