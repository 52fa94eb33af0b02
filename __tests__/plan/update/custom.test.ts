import { parse } from 'yaml';
import type { KubernetesObject } from '../../../lib/manifest/kubernetes-object';
import { judge } from './judge';

const DEFINITION = parse(`
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: databases.example.com }
spec:
  group: example.com
  names: { kind: Database, plural: databases }
  versions:
    - name: v1
      served: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              x-kubernetes-validations:
                - { rule: self.engine == oldSelf.engine, message: engine can not change }
              properties:
                engine: { type: string }
                class: { type: string, x-kubernetes-validations: [{ rule: self == oldSelf }] }
                size: { type: integer, x-kubernetes-validations: [{ rule: self >= oldSelf }] }
                users:
                  type: array
                  x-kubernetes-list-type: map
                  x-kubernetes-list-map-keys: [name]
                  items:
                    type: object
                    properties:
                      name: { type: string }
                      role: { type: string, x-kubernetes-validations: [{ rule: oldSelf == self }] }
`) as KubernetesObject;

const database = (spec: string) =>
  `{ apiVersion: example.com/v1, kind: Database, metadata: { name: d }, spec: ${spec} }`;
const known = { definitions: [DEFINITION] };

test.each([
  ['{ engine: a }', '{ engine: b }', ['spec.engine: engine can not change']],
  ['{ class: a }', '{ class: b }', ['spec.class: failed rule: self == oldSelf']],
  [
    '{ users: [{ name: u, role: a }] }',
    '{ users: [{ name: v }, { name: u, role: b }] }',
    ['spec.users[u].role: failed rule: oldSelf == self'],
  ],
  ['{ size: 2 }', '{ size: 1 }', ['? whether the rule "self >= oldSelf" allows the change of spec.size']],
])('a transition rule of the definition: %s → %s', (before, after, expected) => {
  expect(judge(database(before), database(after), known)).toEqual(expected);
});

test.each([
  ['{ engine: a, size: 1 }', '{ engine: a, size: 1 }'],
  ['{ engine: a }', '{ engine: a, class: b }'],
  ['{ class: a }', '{}'],
  ['{ users: [{ name: u, role: a }] }', '{ users: [{ name: v, role: b }] }'],
])('it says nothing of what stays, comes or goes: %s → %s', (before, after) => {
  expect(judge(database(before), database(after), known)).toEqual([]);
});

test('without the definition nothing is known', () => {
  expect(judge(database('{ class: a }'), database('{ class: b }'))).toEqual([]);
});
