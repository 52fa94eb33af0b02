import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KubernetesObject } from '../../../lib/manifest/kubernetes-object';
import { builtInKind } from '../../../lib/manifest/custom/built-in-kinds';
import { customKinds } from '../../../lib/manifest/custom/custom-kinds';
import { validateCustom } from '../../../lib/manifest/custom/validate-custom';
import { parseManifest } from '../../../lib/manifest/parse-manifest';
import { check } from '../../../lib/policy/check';
import { validCustomResource } from '../../../lib/policy/rules/valid-custom-resource';
import { rows, writtenOut } from '../../cluster/support/verdict-table';
import { TARGET } from '../../policy/support/describe-rule';
import { ROOT } from '../../support/readme';

/** What only rules in CEL forbid, which are left to the API server. */
const BY_CEL = ['route-path-relative', 'route-backend-without-port', 'route-redirect-with-backend'];

const FIXTURES = join(ROOT, '__tests__/cluster/fixtures/crds');

function judge(object: unknown, definitions?: readonly KubernetesObject[]): readonly string[] {
  const resource = { object: object as KubernetesObject, origin: { file: 'test.yaml', document: 0 } };
  return check([resource], { ...TARGET, definitions }, [validCustomResource]).map(({ path, message }) =>
    path === undefined ? message : `${path}: ${message}`,
  );
}

function customRows(table: 'accepted' | 'rejected') {
  return rows(table).filter(({ object }) => builtInKind(object.apiVersion.split('/')[0]!, object.kind));
}

test('what the API server rejects is refused without a definition given, but for rules in CEL', () => {
  const passing = customRows('rejected').filter(({ object }) => judge(writtenOut(object)).length === 0);

  expect(customRows('rejected').length).toBeGreaterThanOrEqual(8);
  expect(passing.map(({ id }) => id)).toEqual(BY_CEL);
});

test.each(customRows('accepted').map(({ id, object }) => [id, object] as const))(
  'what the API server accepts is accepted: %s',
  (_, object) => expect(judge(writtenOut(object))).toEqual([]),
);

test('a message says whose definition it is by', () => {
  const [message] = judge({
    apiVersion: 'traefik.io/v1alpha1',
    kind: 'Middleware',
    metadata: { name: 'web' },
    spec: { redirectSheme: { scheme: 'https' } },
  });

  expect(message).toMatch(
    /^spec\.redirectSheme: unknown field: did you mean "redirectScheme"\? \(Traefik 3\.\d+\.\d+\)$/,
  );
});

test('the definition that is given wins over the one that we know', () => {
  const definition = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'middlewares.traefik.io' },
    spec: {
      group: 'traefik.io',
      names: { kind: 'Middleware' },
      versions: [
        {
          name: 'v1alpha1',
          served: true,
          schema: { openAPIV3Schema: { properties: { spec: { type: 'object', properties: { fromTheFuture: {} } } } } },
        },
      ],
    },
  };
  const object = {
    apiVersion: 'traefik.io/v1alpha1',
    kind: 'Middleware',
    metadata: { name: 'a' },
    spec: { fromTheFuture: 1 },
  };

  expect(judge(object)).toHaveLength(1);
  expect(judge(object, [definition])).toEqual([]);
});

test('of a version that the known release does not have nothing is said', () => {
  expect(
    judge({ apiVersion: 'traefik.io/v2', kind: 'Middleware', metadata: { name: 'a' }, spec: { anything: 1 } }),
  ).toEqual([]);
});

test('a kind of another group is not known', () => {
  expect(builtInKind('example.com', 'Middleware')).toBeUndefined();
  expect(builtInKind('traefik.io', 'Thing')).toBeUndefined();
  expect(builtInKind('__proto__', 'Thing')).toBeUndefined();
});

test('the definitions that we know say the same as the ones that they are made of', () => {
  const definitions = readdirSync(FIXTURES).flatMap((file) =>
    parseManifest(readFileSync(join(FIXTURES, file), 'utf8'), file).resources.map(({ object }) => object),
  );
  const objects: KubernetesObject[] = [...rows('accepted'), ...rows('rejected')].map(
    ({ object }) => writtenOut(object) as unknown as KubernetesObject,
  );
  const compared = [...customKinds(definitions)].flatMap(([key, { versions }]) => {
    const [group = '', kind = ''] = key.split('/');
    return [...versions].flatMap(([version, schema]) => {
      const known = builtInKind(group, kind)!.versions.get(version)!;
      const own = objects.filter((object) => object.kind === kind && object.apiVersion === `${group}/${version}`);
      const broken = own.map((object) => ({ ...object, spec: { ...(object.spec as object), spek: 1 } }));
      return [...own, ...broken].map((object) => [validateCustom(object, known), validateCustom(object, schema)]);
    });
  });

  expect(compared.length).toBeGreaterThan(15);
  for (const [known, original] of compared) expect(known).toEqual(original);
});
