import { parse } from 'yaml';
import { asStored } from '../../../lib/manifest/defaults/as-stored';
import type { KubernetesObject } from '../../../lib/manifest/kubernetes-object';

const DEFINITION = parse(`
  apiVersion: apiextensions.k8s.io/v1
  kind: CustomResourceDefinition
  metadata: { name: things.example.com }
  spec:
    group: example.com
    names: { kind: Thing, plural: things }
    scope: Namespaced
    versions:
      - name: v1
        served: true
        storage: true
        schema:
          openAPIV3Schema:
            type: object
            properties:
              spec:
                type: object
                properties:
                  size: { type: integer, default: 3 }
                  note: { type: string, nullable: true }
                  free: { type: object, x-kubernetes-preserve-unknown-fields: true }
                  named: { type: object, additionalProperties: { type: object, properties: { on: { type: boolean, default: true } } } }
                  list: { type: array, items: { type: object, properties: { protocol: { type: string, default: TCP } } } }
`) as KubernetesObject;

function thing(spec: string): KubernetesObject {
  return { apiVersion: 'example.com/v1', kind: 'Thing', metadata: { name: 'a' }, spec: parse(spec) as object };
}

test('with its definition, a custom resource gets defaults wherever something is written', () => {
  const { spec } = asStored(thing('{ list: [{}], named: { a: {} } }'), '1.37', [DEFINITION]);
  expect(spec).toEqual({ size: 3, list: [{ protocol: 'TCP' }], named: { a: { on: true } } });
});

test('a null stands for the default, but where the schema allows a null', () => {
  const { spec } = asStored(thing('{ size: null, note: null }'), '1.37', [DEFINITION]);
  expect(spec).toEqual({ size: 3, note: null });
});

test('a field that the definition does not know is dropped, unless everything is kept', () => {
  const { spec } = asStored(thing('{ sizes: 1, free: { any: [{ thing: 1 }] } }'), '1.37', [DEFINITION]);
  expect(spec).toEqual({ size: 3, free: { any: [{ thing: 1 }] } });
});

test('without its definition it stays as it is, but for nulls', () => {
  const { spec } = asStored(thing('{ sizes: 1, empty: [], nothing: null }'), '1.37');
  expect(spec).toEqual({ sizes: 1, empty: [] });
});

test('its metadata are those of any object', () => {
  const object = { ...thing('{}'), metadata: { name: 'a', uid: 'u', labels: {}, annotations: { a: 'b' } } };
  expect(asStored(object, '1.37').metadata).toEqual({ name: 'a', annotations: { a: 'b' } });
});

function route(spec: string): KubernetesObject {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: 'a' },
    spec: parse(spec) as object,
  };
}

test('of a widespread kind, the defaults are known, and what another release may know is kept', () => {
  const { spec } = asStored(route('{ parentRefs: [{ name: web }], newer: { any: 1 }, gone: null }'), '1.37');
  expect(spec).toEqual({
    parentRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'web' }],
    rules: [{ matches: [{ path: { type: 'PathPrefix', value: '/' } }] }],
    newer: { any: 1 },
  });
});

test('the definition that is given holds for a widespread kind too', () => {
  const own = JSON.parse(
    JSON.stringify(DEFINITION)
      .replace('example.com', 'gateway.networking.k8s.io')
      .replace('"group":"example.com"', '"group":"gateway.networking.k8s.io"')
      .replace('"Thing"', '"HTTPRoute"'),
  ) as KubernetesObject;
  expect(asStored(route('{ parentRefs: [] }'), '1.37', [own]).spec).toEqual({ size: 3 });
});
