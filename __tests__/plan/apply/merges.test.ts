import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { KubernetesObject, ObjectMeta } from '../../../lib/manifest/kubernetes-object';
import type { Applied } from '../../../lib/plan/apply/applied';
import { clientSideApply } from '../../../lib/plan/apply/client-side-apply';
import { serverSideApply } from '../../../lib/plan/apply/server-side-apply';
import { widgetDefinition } from './widget-definition';

/** A part of an object: what is beside its version, kind and name. */
type Part = Readonly<Record<string, unknown>> & { readonly metadata?: Partial<ObjectMeta> };

/** See the head of the file. */
interface Row {
  readonly title: string;
  readonly kind: string;
  readonly applied: Part;
  readonly live?: Part;
  readonly manifest: Part;
  readonly gives?: Part;
  readonly client?: Part;
  readonly server?: Part;
}

const VERSIONS: Readonly<Record<string, string>> = {
  Deployment: 'apps/v1',
  PodDisruptionBudget: 'policy/v1',
  StatefulSet: 'apps/v1',
  Unknown: 'example.dev/v1',
  Widget: 'example.dev/v1',
};

const APPLY = { client: clientSideApply, server: serverSideApply };

const rows = parse(readFileSync(join(__dirname, 'merges.yaml'), 'utf8')) as readonly Row[];
const cases = rows.flatMap((row) =>
  (['client', 'server'] as const)
    .map((mode) => [row.title, mode, row, row[mode] ?? row.gives] as const)
    .filter(([, , , gives]) => gives !== undefined),
);

test('every row says what it gives', () => {
  expect(cases.length).toBeGreaterThan(rows.length * 1.9);
});

test.each(cases)('%s (%s)', (_title, mode, { kind, applied, live = applied, manifest }, gives) => {
  const objects = [live, applied, manifest].map((part) => objectOf(kind, part));
  const copies = structuredClone(objects);
  const [liveObject, appliedObject, manifestObject] = objects;
  const result = APPLY[mode](liveObject!, appliedObject!, manifestObject!, '1.37', [widgetDefinition]);

  expect(result).toEqual(expectedOf(kind, gives!));
  expect(objects).toEqual(copies);
});

function expectedOf(kind: string, gives: Part): Applied {
  const { refused, at } = gives as { readonly refused?: string; readonly at?: string };
  if (refused === undefined) return { object: objectOf(kind, gives) };
  return { failure: { path: at!, message: refused, update: false } };
}

function objectOf(kind: string, { metadata, ...rest }: Part): KubernetesObject {
  return { apiVersion: VERSIONS[kind] ?? 'v1', kind, metadata: { name: 'web', ...metadata }, ...rest };
}
