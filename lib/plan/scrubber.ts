import { fieldAt, mapsAt } from '../manifest/fields';
import type { KubernetesObject } from '../manifest/kubernetes-object';
import { containersOf, podsOf } from '../manifest/pods';
import type { Resource } from '../manifest/resource';

/** Puts something in the place of every secret in a text. */
export type Scrubber = (text: string, instead: string) => string;

/** Shorter values are in any text by chance. */
const LEAST = 4;

/** From this length on a value is none by chance. */
const LONG = 12;

/** Of a value that is longer, a message may show no more than this. */
const CUT = 39;

/**
 * Knows the values of all Secrets among some manifests: as they are written, in base64 and out of it, and as a message
 * quotes or cuts them. What the manifests say elsewhere as a name, such as a user who is called like an image, is no
 * secret.
 */
export function scrubberOf(resources: readonly Resource[]): Scrubber {
  const secrets = resources.filter(({ object }) => object.apiVersion === 'v1' && object.kind === 'Secret');
  const values = new Set(secrets.flatMap(({ object }) => valuesOf(object)));
  if (values.size === 0) return (text) => text;
  const names = namesIn(resources);
  const hidden = [...values].filter((value) => value.length >= LEAST && !names.has(value));
  if (hidden.length === 0) return (text) => text;
  const spellings = new Set(hidden.flatMap((value) => [value, JSON.stringify(value).slice(1, -1)]));
  const parts = [...spellings].toSorted((a, b) => b.length - a.length).map(patternOf);
  const pattern = new RegExp(parts.join('|'), 'g');
  return (text, instead) => text.replaceAll(pattern, () => instead);
}

function valuesOf(object: KubernetesObject): readonly string[] {
  const encoded = leavesOf(object.data).flatMap((value) => [value, Buffer.from(value, 'base64').toString()]);
  const plain = leavesOf(object.stringData).flatMap((value) => [value, Buffer.from(value).toString('base64')]);
  return [...encoded, ...plain].map((value) => value.trim()).filter((value) => !value.includes('\uFFFD'));
}

/** Every single value, also where a map or a text is in the wrong place. */
function leavesOf(value: unknown): readonly string[] {
  if (value === undefined || value === null || typeof value === 'boolean') return [];
  return typeof value === 'object' ? Object.values(value).flatMap(leavesOf) : [String(value)];
}

function namesIn(resources: readonly Resource[]): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (...words: readonly unknown[]) => {
    for (const word of words) if (typeof word === 'string') names.add(word);
  };
  for (const { object } of resources) {
    add(object.kind, object.metadata.name, object.metadata.namespace, ...leavesOf(object.metadata.labels));
    if (object.kind === 'Secret')
      add(object.type, ...Object.keys({ ...Object(object.data), ...Object(object.stringData) }));
    for (const { name, port } of mapsAt(fieldAt(object, 'spec'), 'ports')) add(name, String(port));
  }
  for (const pod of podsOf(resources)) {
    for (const { name, container } of containersOf(pod)) add(name, ...String(container.image ?? '').split(/[/:@]/));
  }
  return names;
}

/** A short one is no part of a word. */
function patternOf(value: string): string {
  if (value.length < LONG) return `(?<![A-Za-z0-9])${escaped(value)}(?![A-Za-z0-9])`;
  if (value.length <= CUT) return escaped(value);
  return `${escaped(value.slice(0, CUT))}(?:${escaped(value.slice(CUT))}|[^\\s"]*)`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}
