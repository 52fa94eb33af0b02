import { parse } from 'yaml';
import type { KubernetesObject } from '../../../lib/manifest/kubernetes-object';
import { ignoredPaths } from '../../../lib/plan/update/ignored';

const pod = (policy: string) =>
  `{ apiVersion: v1, kind: Pod, metadata: { name: x }, spec: { containers: [{ name: c, image: a, imagePullPolicy: ${policy} }] } }`;

const ignored = (texts: Record<'before' | 'after' | 'asked' | 'stored', string>) => {
  const objects = Object.entries(texts).map(([side, text]) => [side, parse(text) as KubernetesObject]);
  return ignoredPaths(Object.fromEntries(objects) as Parameters<typeof ignoredPaths>[0], '1.36');
};
const service = (spec: string) => `{ apiVersion: v1, kind: Service, metadata: { name: x }, spec: { ${spec} } }`;
const secret = (fields: string) => `{ apiVersion: v1, kind: Secret, metadata: { name: x }, ${fields} }`;

test('a field that is no longer written, and that the cluster keeps', () => {
  const [before, after] = [service('clusterIP: None'), service('type: ClusterIP')];

  expect(ignored({ before, after, asked: after, stored: service('type: ClusterIP, clusterIP: None') })).toEqual([
    'spec.clusterIP',
  ]);
});

test('an item that the cluster will not have', () => {
  const [one, two] = [service('ports: [{ port: 53 }]'), service('ports: [{ port: 53 }, { port: 53, protocol: UDP }]')];

  expect(ignored({ before: one, after: two, asked: two, stored: one })).toEqual(['spec.ports']);
});

test('a key of a Secret that was written as text', () => {
  const [before, after] = [secret('stringData: { a: x, b: y }'), secret('stringData: { a: x }')];

  expect(
    ignored({ before, after, asked: secret('data: { a: eA== }'), stored: secret('data: { a: eA==, b: eQ== }') }),
  ).toEqual(['data.b']);
});

test('what neither manifest mentions is nobody’s wish', () => {
  const manifest =
    '{ apiVersion: v1, kind: Pod, metadata: { name: x }, spec: { containers: [{ name: c, image: a }] } }';

  expect(ignored({ before: manifest, after: manifest, asked: pod('Always'), stored: pod('IfNotPresent') })).toEqual([]);
});
