import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';
import type { Manifest } from './objects';

const DIST = join(__dirname, '../../../dist');

/** An environment's manifests as they are applied here. */
export interface Staged {
  /** `dist/prod`, for messages. */
  readonly name: string;
  /** What `kubectl apply -f` gets. */
  readonly folder: string;
  readonly objects: readonly Manifest[];
  readonly namespaces: readonly string[];
}

/** The folders of `dist/`. */
export function environments(): string[] {
  if (!existsSync(DIST)) return [];
  const folders = readdirSync(DIST, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => name).toSorted();
}

/** An environment exactly as it is committed. */
export function committed(environment: string): Staged {
  const folder = join(DIST, environment);
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  const objects = files.flatMap((file) => read(join(folder, file)));
  const namespaces = [...new Set(objects.flatMap(({ metadata }) => metadata.namespace ?? []))];
  return { name: `dist/${environment}`, folder, objects, namespaces };
}

/** Writes changed objects as the same environment, in a folder that `end` removes. */
export function changed(staged: Staged, change: (object: Manifest) => Manifest): Staged & { end: () => void } {
  const objects = staged.objects.map((object) => change(structuredClone(object)));
  const folder = mkdtempSync(join(tmpdir(), 'slipway-changed-'));
  writeFileSync(join(folder, 'all.yaml'), objects.map((object) => stringify(object)).join('---\n'));
  return { ...staged, objects, folder, end: () => rmSync(folder, { recursive: true, force: true }) };
}

function read(file: string): Manifest[] {
  const documents = parseAllDocuments(readFileSync(file, 'utf8'));
  return documents.map((document) => document.toJS() as Manifest | null).filter((object) => object !== null);
}
