import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { listConfigFolder, readConfigFile } from './read-file';

/** The greatest size of a ConfigMap's values: 1 MiB. https://kubernetes.io/docs/concepts/configuration/configmap/#motivation */
const LIMIT = 1024 * 1024;

/** A value of config; numbers and booleans are written as text. */
export type ConfigValue = string | number | boolean;

/** What a ConfigMap holds. */
export interface ConfigContent<Key extends string = string> {
  /** Values by key; a key can be a variable's name or a file's. @default - none */
  readonly data?: Readonly<Record<Key, ConfigValue>>;
  /** Files to read, by key. Bytes that are no UTF-8 text become binary data. @default - none */
  readonly files?: Readonly<Record<string, string>>;
  /** A folder whose files become keys. @default - none */
  readonly folder?: string;
  /** Bytes by key. @default - none */
  readonly binary?: Readonly<Record<string, Uint8Array>>;
}

/** A ConfigMap's fields, keys in order. */
export interface ConfigData {
  /** Texts by key. @default - none */
  readonly data?: Readonly<Record<string, string>>;
  /** Bytes by key, in base64. @default - none */
  readonly binaryData?: Readonly<Record<string, string>>;
}

/** Collects what a ConfigMap holds; mistakes are reported and left out. */
export function collectConfig(content: ConfigContent, report: (problem: string) => void): ConfigData {
  const values = Object.entries<ConfigValue>(content.data ?? {}).map(
    ([key, value]) => [key, toText(key, value, report)] as const,
  );
  const files = [...Object.entries(content.files ?? {}), ...folderFiles(content.folder, report)].map(
    ([key, path]) => [key, readFile(path, report)] as const,
  );
  const entries = [...values, ...files, ...Object.entries(content.binary ?? {})];
  reportKeys(
    entries.map(([key]) => key),
    report,
  );
  reportSize(entries, report);
  const text = entries.map(([key, value]) => [key, asText(value)] as const);
  return {
    data: toSortedRecord(text.filter((entry): entry is readonly [string, string] => entry[1] !== undefined)),
    binaryData: toSortedRecord(
      entries
        .filter((_, index) => text[index]![1] === undefined)
        .map(([key, value]) => [key, Buffer.from(value as Uint8Array).toString('base64')]),
    ),
  };
}

/** A short digest of a ConfigMap's content, the same for the same content. */
export function digest({ data, binaryData }: ConfigData): string {
  return createHash('sha256')
    .update(JSON.stringify([data ?? {}, binaryData ?? {}]))
    .digest('hex')
    .slice(0, 10);
}

function toText(key: string, value: unknown, report: (problem: string) => void): string {
  if (typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) return String(value);
  report(`config.${key} is ${String(value)}: give a text, a number or a boolean`);
  return '';
}

function folderFiles(folder: string | undefined, report: (problem: string) => void): [string, string][] {
  if (folder === undefined) return [];
  return attempt([], report, () => listConfigFolder(folder).map((name) => [basename(name), join(folder, name)]));
}

function readFile(path: string, report: (problem: string) => void): Uint8Array {
  return attempt<Uint8Array>(new Uint8Array(), report, () => readConfigFile(path));
}

function attempt<T>(fallback: T, report: (problem: string) => void, action: () => T): T {
  try {
    return action();
  } catch (error) {
    report((error as Error).message);
    return fallback;
  }
}

function reportKeys(keys: readonly string[], report: (problem: string) => void): void {
  for (const key of keys) {
    if (!/^[-._a-zA-Z0-9]{1,253}$/.test(key) || key === '.' || key === '..') {
      report(
        `config has the key '${key}', which is no ConfigMap key: use letters, digits, '-', '_' and '.', at most 253`,
      );
    }
  }
  for (const key of new Set(keys.filter((each, index) => keys.indexOf(each) !== index))) {
    report(`config has the key '${key}' twice: rename one`);
  }
}

function reportSize(
  entries: readonly (readonly [string, string | Uint8Array])[],
  report: (problem: string) => void,
): void {
  const size = entries.reduce((sum, [, value]) => sum + Buffer.from(value as string).length, 0);
  if (size > LIMIT)
    report(
      `config has ${size} bytes, but a ConfigMap holds at most ${LIMIT}: put large files into the image or a volume`,
    );
}

function asText(value: string | Uint8Array): string | undefined {
  if (typeof value === 'string') return value;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(value);
  } catch {
    return undefined;
  }
}

function toSortedRecord(entries: readonly (readonly [string, string])[]): Record<string, string> | undefined {
  if (entries.length === 0) return undefined;
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
