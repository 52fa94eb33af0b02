import { makePlan } from '../../lib/plan/make-plan';
import type { PlanOptions } from '../../lib/plan/options';
import { OPTIONS, resourcesOf } from './support/describe-plan-rule';
import { deployment, object, service } from './support/manifests';

function planOf(apply: PlanOptions['apply'], after: string, before = '') {
  const [change, ...others] = makePlan(resourcesOf(before), resourcesOf(after), { ...OPTIONS, apply }).changes;
  const errors = change!.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  return { action: change!.action, byMode: change!.byMode, errors, others };
}

const BOTH_WAYS = { byMode: undefined, others: [] };
const VARIABLES = deployment('image: web:1, env: [{ name: A, value: "1" }, { name: A, value: "2" }]');
const CONTAINERS = 'spec.template.spec.containers[web]';
const TWO = 'volumes: [{ name: a, emptyDir: {} }, { name: b, emptyDir: {} }]';

test.each([
  ['variables', VARIABLES, `${CONTAINERS}.env: duplicate entries for key [name="A"]`],
  [
    'ports of a container, one of them with the default protocol',
    deployment('image: web:1, ports: [{ containerPort: 80 }, { containerPort: 80, protocol: TCP }]'),
    `${CONTAINERS}.ports: duplicate entries for key [containerPort=80,protocol="TCP"]`,
  ],
  [
    'pull secrets',
    deployment('image: web:1', 'replicas: 1', 'imagePullSecrets: [{ name: a }, { name: a }]'),
    'spec.template.spec.imagePullSecrets: duplicate entries for key [name="a"]',
  ],
  [
    'host aliases',
    deployment('image: web:1', 'replicas: 1', 'hostAliases: [{ ip: "1.1.1.1" }, { ip: "1.1.1.1" }]'),
    'spec.template.spec.hostAliases: duplicate entries for key [ip="1.1.1.1"]',
  ],
])('a new object with two %s of one key is refused by server-side apply alone', (_title, manifest, message) => {
  expect(planOf('server', manifest)).toEqual({ ...BOTH_WAYS, action: 'invalid', errors: [message] });
  expect(planOf('client', manifest)).toEqual({ ...BOTH_WAYS, action: 'create', errors: [] });
  expect(planOf('either', manifest)).toEqual({
    action: 'invalid',
    byMode: { client: 'create', server: 'invalid' },
    errors: [`${message} (with --server-side only)`],
    others: [],
  });
});

test.each([
  ['ports of a Service', service('ports: [{ name: a, port: 80 }, { name: b, port: 80 }]'), 'spec.ports[80]'],
  [
    'mounts',
    deployment(
      'image: web:1, volumeMounts: [{ name: a, mountPath: /a }, { name: b, mountPath: /a }]',
      'replicas: 1',
      TWO,
    ),
    `${CONTAINERS}.volumeMounts[/a]`,
  ],
  [
    'topology spread constraints',
    deployment(
      'image: web:1',
      'replicas: 1',
      `topologySpreadConstraints: [${[1, 2].map((skew) => `{ topologyKey: zone, whenUnsatisfiable: DoNotSchedule, maxSkew: ${skew} }`).join(', ')}]`,
    ),
    'spec.template.spec.topologySpreadConstraints[zone]',
  ],
  [
    'volumes',
    deployment('image: web:1', 'replicas: 1', 'volumes: [{ name: a, emptyDir: {} }, { name: a, emptyDir: {} }]'),
    'spec.template.spec.volumes[a]',
  ],
])('a new object with two %s of one key is refused whichever way, and it is told once', (_title, manifest, path) => {
  for (const apply of ['server', 'client', 'either'] as const) {
    const { errors, ...rest } = planOf(apply, manifest);

    expect(rest).toEqual({ ...BOTH_WAYS, action: 'invalid' });
    expect(errors).toEqual([expect.stringContaining(`${path}: is there twice: `)]);
  }
});

test('a new object with an unknown field is told of once', () => {
  const { action, errors } = planOf('either', deployment('image: web:1', 'replicas: 1, replica: 2'));

  expect({ action, errors }).toEqual({
    action: 'invalid',
    errors: ['spec.replica: unknown field: did you mean "replicas"?'],
  });
});

test('a new object that is too long for an annotation is refused by client-side apply alone', () => {
  const manifest = object('v1', 'ConfigMap', 'big', `data: { A: "${'x'.repeat(300_000)}" }`);
  const message = 'metadata.annotations: Too long: may not be more than 262144 bytes';

  expect(planOf('server', manifest)).toEqual({ ...BOTH_WAYS, action: 'create', errors: [] });
  expect(planOf('client', manifest)).toEqual({ ...BOTH_WAYS, action: 'invalid', errors: [message] });
  expect(planOf('either', manifest)).toEqual({
    action: 'invalid',
    byMode: { client: 'invalid', server: 'create' },
    errors: [`${message} (without --server-side only)`],
    others: [],
  });
});

test('what has a new name is judged like what is new', () => {
  const renamed = VARIABLES.replace('name: web, namespace', 'name: shop, namespace');

  expect(planOf('client', renamed, VARIABLES).action).toBe('move');
  expect(planOf('either', renamed, VARIABLES)).toMatchObject({
    action: 'invalid',
    byMode: { client: 'move', server: 'invalid' },
    errors: [`${CONTAINERS}.env: duplicate entries for key [name="A"] (with --server-side only)`],
  });
});
