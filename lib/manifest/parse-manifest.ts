import { type Header, readHeader } from './header';
import { jsonStream } from './json-stream';
import type { KubernetesObject } from './kubernetes-object';
import { ManifestError, YamlError } from './manifest-error';
import { type ParsedDocuments, parseDocuments } from './parse-documents';
import { parseYaml } from './parse-yaml';
import { isMap } from './pods';
import type { Resource } from './resource';
import { SourceFile } from './source-file';

/** A file with Kubernetes objects. */
export interface Manifest {
  readonly file: string;
  /** What its first line says; empty for a file that Slipway has not rendered. */
  readonly header: Header;
  readonly resources: readonly Resource[];
}

/** More of one file would hide those of the others. */
const MOST_PROBLEMS = 20;

/**
 * Reads the objects of a YAML or JSON text: any number of documents, each an object or a `List` of them, or JSON objects
 * one after another.
 *
 * @param file the name that messages give it
 * @param known documents that were read before
 * @throws ManifestError with everything that is wrong with it
 */
export function parseManifest(text: string, file: string, known?: ParsedDocuments): Manifest {
  const { documents, source } = read(text, file, known);
  const problems: string[] = [];
  const found = readHeader(text);
  for (const problem of found?.problems ?? []) problems.push(`${file}:${found!.line}: ${problem}`);
  const resources = documents.flatMap((document, index) =>
    [...objectsOf(document, [])].flatMap(([object, steps]) => {
      const origin = source.origin(index, steps);
      const problem = objectProblem(object);
      if (problems.length >= MOST_PROBLEMS) return [];
      if (problem === undefined) return [{ object: object as KubernetesObject, origin }];
      problems.push(`${file}:${origin.line}: document ${origin.document} ${problem}`);
      return [];
    }),
  );
  if (problems.length > 0) throw new ManifestError(problems);
  return { file, header: found?.header ?? {}, resources };
}

interface Read {
  readonly documents: readonly unknown[];
  readonly source: SourceFile;
}

/** A text that is no YAML may be a stream of JSON; the mistakes in one are told as those of YAML are. */
function read(text: string, file: string, known?: ParsedDocuments, isStream = false): Read {
  try {
    const documents = known ? parseDocuments(text, known) : parseYaml(text);
    return { documents, source: new SourceFile(file, text) };
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const stream = isStream ? undefined : jsonStream(text);
    if (stream !== undefined) return read(stream, file, known, true);
    throw new ManifestError([`${file}:${error.line}: ${error.message}`]);
  }
}

/** The objects of a document, each with the steps that lead to it; those of a list in the place of the list. */
function* objectsOf(document: unknown, steps: readonly string[]): Generator<readonly [unknown, readonly string[]]> {
  if (document === null) return;
  if (!isMap(document) || !isList(document)) {
    yield [document, steps];
    return;
  }
  const items = (document.items ?? []) as readonly unknown[];
  for (const [index, item] of items.entries()) yield* objectsOf(item, [...steps, 'items', String(index)]);
}

function isList({ kind, items }: Readonly<Record<string, unknown>>): boolean {
  return typeof kind === 'string' && kind.endsWith('List') && (Array.isArray(items) || items === null);
}

/** What keeps a value from being an object that can be told from others. */
function objectProblem(value: unknown): string | undefined {
  if (!isMap(value)) {
    return `is ${Array.isArray(value) ? 'a list' : 'a single value'} and no Kubernetes object: leave it out, or write apiVersion, kind and metadata`;
  }
  const { apiVersion, kind, metadata } = value;
  if (typeof apiVersion !== 'string' || apiVersion === '') return 'has no apiVersion: add one, such as apps/v1';
  if (typeof kind !== 'string' || kind === '') return 'has no kind: add one, such as Deployment';
  if (!isMap(metadata)) return `(${kind}) has no metadata: add metadata with a name`;
  const { name, generateName } = metadata;
  if (typeof name === 'string' && name !== '') return undefined;
  return generateName === undefined
    ? `(${kind}) has no metadata.name: add one, in quotes if it looks like a number`
    : `(${kind}) has metadata.generateName, with which kubectl apply can't work: give it a metadata.name`;
}
