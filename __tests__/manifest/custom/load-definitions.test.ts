import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { customKinds } from '../../../lib/manifest/custom/custom-kinds';
import { loadDefinitions } from '../../../lib/manifest/custom/load-definitions';
import { ManifestError } from '../../../lib/manifest/manifest-error';
import { failure } from '../../support/render';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'definitions-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const version = (name: string, more = 'schema: { openAPIV3Schema: { type: object } }') =>
  `{ name: ${name}, served: true, ${more} }`;
const definition = (spec: string, apiVersion = 'apiextensions.k8s.io/v1') =>
  `{ apiVersion: ${apiVersion}, kind: CustomResourceDefinition, metadata: { name: webs.example.com }, spec: ${spec} }`;
const WEB = definition(`{ group: example.com, names: { kind: Web }, versions: [${version('v1')}, ${version('v2')}] }`);

function write(text: string): string {
  const file = join(folder, 'crds.yaml');
  writeFileSync(file, `${text}\n`);
  return file;
}

function refused(text: string): string {
  const error = failure(() => loadDefinitions([write(text)]));
  expect(error).toBeInstanceOf(ManifestError);
  return (error as Error).message.replaceAll(`${folder}/`, '');
}

test('definitions have several versions', () => {
  const kinds = customKinds(loadDefinitions([write(WEB)]));

  expect([...kinds.get('example.com/Web')!.versions.keys()]).toEqual(['v1', 'v2']);
});

test('definitions may be in a List, beside objects of other kinds', () => {
  const text = `{ apiVersion: v1, kind: List, items: [${WEB}, { apiVersion: v1, kind: Namespace, metadata: { name: a } }] }`;

  expect(loadDefinitions([write(text)]).map(({ metadata }) => metadata.name)).toEqual(['webs.example.com']);
});

test('no file is no definition', () => {
  expect(loadDefinitions([])).toEqual([]);
});

test('a version that is not served is not there', () => {
  const text = `{ group: example.com, names: { kind: Web }, versions: [${version('v1')}, { name: v0, served: false, schema: { openAPIV3Schema: {} } }] }`;

  expect([
    ...customKinds(loadDefinitions([write(definition(text))]))
      .get('example.com/Web')!
      .versions.keys(),
  ]).toEqual(['v1']);
});

test('fails with what to give instead', () => {
  expect(refused(definition('{ group: example.com, names: { kind: Web } }', 'apiextensions.k8s.io/v1beta1'))).toBe(
    'crds.yaml:1: CustomResourceDefinition webs.example.com is of apiextensions.k8s.io/v1beta1, which Kubernetes 1.22 has removed: give it as apiextensions.k8s.io/v1',
  );
  expect(refused('{ apiVersion: v1, kind: Namespace, metadata: { name: a } }')).toBe(
    'crds.yaml: has no CustomResourceDefinition: name the files that define the kinds',
  );
  expect(refused(definition('{ group: example.com }'))).toBe(
    'crds.yaml:1: CustomResourceDefinition webs.example.com has no spec.names.kind: give it as the cluster has it',
  );
  expect(refused(definition('{ group: example.com, names: { kind: Web }, versions: [] }'))).toBe(
    'crds.yaml:1: CustomResourceDefinition webs.example.com has no spec.versions: give it as the cluster has it',
  );
  expect(refused(definition(`{ group: a.b, names: { kind: Web }, versions: [${version('v1', 'schema: {}')}] }`))).toBe(
    'crds.yaml:1: CustomResourceDefinition webs.example.com has no schema for the version v1: add it',
  );
});
