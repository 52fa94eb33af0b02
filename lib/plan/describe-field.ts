import { show } from '../manifest/fields';
import { imageName, imageVersion } from '../manifest/image';
import { isMap } from '../manifest/pods';
import type { FieldChange } from './plan';

/** Longer values are cut. */
const LONGEST = 40;

/** What a change of a field is, in a few words: `image of web 1.25.0 → 1.26.0`, `env LOG_LEVEL info → debug`. */
export function describeField(field: FieldChange): string {
  for (const [pattern, describe] of PATTERNS) {
    const match = pattern.exec(field.path);
    if (match) return describe(field, ...match.slice(1));
  }
  const name = field.path.replace(/^spec\.(template\.spec\.)?/, '');
  return field.order ? `only the order of ${name}` : changed(name, field);
}

type Describe = (field: FieldChange, ...parts: readonly string[]) => string;

const CONTAINER = String.raw`\.(?:initContainers|containers)\[([^\]]+)\]`;

const PATTERNS: readonly (readonly [RegExp, Describe])[] = [
  [new RegExp(`${CONTAINER}\\.image$`), imageChange],
  [new RegExp(`${CONTAINER}$`), (field, name = '') => changed(`container ${name}`, whole(field))],
  [
    new RegExp(`${CONTAINER}\\.env\\[([^\\]]+)\\](?:\\.value)?$`),
    (field, _container, name = '') => variableChange(`env ${name}`, field),
  ],
  [
    new RegExp(`${CONTAINER}\\.env\\[([^\\]]+)\\]\\.valueFrom(?:\\.(\\w+))?$`),
    (field, _container, name = '', kind) => sourceChange(`env ${name}`, field, kind),
  ],
  [
    /^spec\.template\.metadata\.labels(?:\.|\[)([^\]]+)\]?$/,
    (field, key = '') => `${changed(`label ${key}`, field)} in the pod template`,
  ],
  [
    /^spec\.template\.metadata\.annotations(?:\.|\[)([^\]]+)\]?$/,
    (field, key = '') =>
      /checksum|hash/.test(key)
        ? `${key} of the pod template`
        : `${changed(`annotation ${key}`, field)} in the pod template`,
  ],
  [/^metadata\.labels(?:\.|\[)([^\]]+)\]?$/, (field, key = '') => changed(`label ${key}`, field)],
  [/^metadata\.annotations(?:\.|\[)([^\]]+)\]?$/, (field, key = '') => changed(`annotation ${key}`, field)],
  [/^(?:data|binaryData)(?:\.|\[)([^\]]+)\]?$/, (field, key = '') => changed(key, field)],
];

function imageChange({ before, after, ...field }: FieldChange, container = ''): string {
  if (typeof before !== 'string' || typeof after !== 'string')
    return changed(`image of ${container}`, { ...field, before, after });
  const [old, current] = [imageVersion(before), imageVersion(after)];
  if (imageName(before) !== imageName(after)) return `image of ${container} ${before} → ${after}`;
  if (old.tag === current.tag) return `image of ${container}: same tag, ${current.digest ? 'new' : 'no'} digest`;
  return `image of ${container} ${old.tag ?? 'latest'} → ${current.tag ?? 'latest'}`;
}

function changed(name: string, { before, after, order }: FieldChange): string {
  if (order) return `only the order of ${name}`;
  if (before === undefined) return isShort(after) ? `${name} ${brief(after)} added` : `${name} added`;
  if (after === undefined) return `${name} removed`;
  if (typeof before === 'string' && typeof after === 'string' && /\n/.test(before + after)) {
    const lines = after.replace(/\n$/, '').split('\n').length;
    return `${name} (${differingLines(before, after)} of ${lines} line${lines === 1 ? '' : 's'})`;
  }
  const isTold = isShort(before) && isShort(after) && brief(before) !== brief(after);
  return isTold ? `${name} ${brief(before)} → ${brief(after)}` : `${name} changed`;
}

/** Of a container, that it is there says enough. */
function whole({ before, after, path }: FieldChange): FieldChange {
  return { path, ...(before !== undefined && { before: {} }), ...(after !== undefined && { after: {} }) };
}

function valueOf(item: unknown): unknown {
  return isMap(item) && typeof item.value === 'string' ? item.value : item;
}

/** A variable may keep its name and lose its value, or have had an empty one. */
function variableChange(name: string, field: FieldChange): string {
  if (!field.path.endsWith('.value')) return changed(name, literal(field));
  if (field.before === undefined) return isShort(field.after) ? `${name} set to ${brief(field.after)}` : `${name} set`;
  return field.after === undefined ? `value of ${name} removed` : changed(name, field);
}

function sourceChange(name: string, { before, after }: FieldChange, kind?: string): string {
  const source = before ?? after;
  const [[key = '', reference] = []] = kind === undefined ? Object.entries(source ?? {}) : [[kind, source]];
  const from = isMap(reference) && typeof reference.name === 'string' ? ` ${reference.name}` : '';
  return `${name} ${before === undefined ? 'from' : 'no longer from'} ${SOURCES[key] ?? key}${from}`;
}

const SOURCES: Readonly<Record<string, string>> = {
  configMapKeyRef: 'ConfigMap',
  secretKeyRef: 'Secret',
  fieldRef: 'a field of the pod',
  resourceFieldRef: 'resources of the container',
};

/** Of a variable, its value. */
function literal(field: FieldChange): FieldChange {
  const { before, after } = field;
  return {
    ...field,
    ...(before !== undefined && { before: valueOf(before) }),
    ...(after !== undefined && { after: valueOf(after) }),
  };
}

function isShort(value: unknown): boolean {
  return typeof value !== 'object' || (Array.isArray(value) && show(value).length <= LONGEST);
}

function brief(value: unknown): string {
  const text = value === '' ? '""' : show(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
}

function missing(from: readonly string[], all: ReadonlySet<string>): number {
  return from.filter((line) => !all.has(line)).length;
}

/** How many lines of the new text are not in the old one, or the other way round. */
function differingLines(before: string, after: string): number {
  const [old, current] = [before.split('\n'), after.split('\n')];
  return Math.max(missing(current, new Set(old)), missing(old, new Set(current)));
}
