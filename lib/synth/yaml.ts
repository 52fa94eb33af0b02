import { Document, type ScalarTag } from 'yaml';
import { stringifyString } from 'yaml/util';
import { InputError } from './input-error';

/**
 * Kubernetes objects as YAML documents which every reader understands alike: kubectl and the Go tools around it,
 * YAML 1.1 and YAML 1.2. Keys stay in the order given; there are never anchors.
 *
 * @param objects plain data: maps, lists, strings, finite numbers, booleans and null
 * @param comment the first line of the text, such as `# slipway: …`
 * @throws InputError naming each object and path that would not be read back as it was
 */
export function stringify(objects: readonly unknown[], comment?: string): string {
  const problems = objects.flatMap(problemsOfObject);
  if (comment !== undefined && (!/^#.*$/.test(comment) || SPECIAL.test(comment))) {
    problems.push(`comment ${JSON.stringify(comment)} is not one line that begins with #: write it as one`);
  }
  if (problems.length > 0) throw new InputError(problems.join('\n'));
  return (comment === undefined ? '' : `${comment}\n`) + objects.map(documentOf).join('---\n');
}

/** Control characters, and those which are invisible, reorder a line or end it for some readers only. */
const SPECIAL =
  /[^\n\t -~\u00a0-\u{10ffff}]|[\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]/u;

/** How a string may begin without quotes: like a word, a path, a flag (`--port`) or a `$(VARIABLE)`. */
const WORD_LIKE = /^(--?|\.\.?)?[\w/$(\u00a1-\u{10ffff}]/u;

/** Whatever some reader takes for a number, a time or a date; wider than any of them. */
const NUMBER_LIKE = /^(e[-+]?\d[\d_]*|(?=.*[\d._])[-+.\d]([-+.,:\d_etz ]*|[-+.\d_]*[xob][-+.\d_a-fp]*))$/i;

/** What is a boolean or nothing for some reader. */
const KEYWORD = /^[-+.]?(y|yes|n|no|on|off|true|false|null|nil|nan|inf|infinity)$/i;

/** What ends a string without quotes too early, or gets lost: all white space but spaces between words. */
const BROKEN = /: |:$| #| $|[^\S ]/;

/** A reader may drop or misplace white space before the first word and after the last one. */
const RAGGED = /^\s|\n[ \t]+\n*$/;

/** Half of a character beyond U+FFFF; readers refuse or replace it. */
const LONE_SURROGATE = /\p{Surrogate}/u;

const STRING: ScalarTag = {
  tag: 'tag:yaml.org,2002:str',
  default: true,
  identify: (value) => typeof value === 'string',
  resolve: (text) => text,
  stringify(item, context, onComment, onChompKeep) {
    const text = String(item.value);
    const block = text.includes('\n') && !context.implicitKey && !RAGGED.test(text) && !SPECIAL.test(text);
    if (block) return stringifyString({ ...item, value: text, type: 'BLOCK_LITERAL' }, context, onComment, onChompKeep);
    return isPlain(text) ? text : quoted(text);
  },
};

const NUMBER: ScalarTag = {
  tag: 'tag:yaml.org,2002:float',
  default: true,
  identify: (value) => typeof value === 'number',
  resolve: Number,
  stringify({ value }) {
    // YAML 1.1 takes an exponent only after a decimal point.
    return Number.isInteger(value) ? BigInt(Number(value)).toString() : String(value).replace(/^(-?\d)e/, '$1.0e');
  },
};

function documentOf(object: unknown): string {
  return new Document(object, {
    aliasDuplicateObjects: false,
    customTags: () => ['map', 'seq', 'null', 'bool', STRING, NUMBER],
  }).toString({ indentSeq: false, lineWidth: 0, blockQuote: 'literal' });
}

function isPlain(text: string): boolean {
  if (BROKEN.test(text) || SPECIAL.test(text)) return false;
  return WORD_LIKE.test(text) && !NUMBER_LIKE.test(text) && !KEYWORD.test(text);
}

/** In double quotes; in single ones where only those leave the text as it is, as for JSON in an annotation. */
function quoted(text: string): string {
  if (/["\\]/.test(text) && !/[^\S ]|'/.test(text) && !SPECIAL.test(text)) return `'${text}'`;
  const characters = new RegExp(`${SPECIAL.source}|\\u00a0`, 'gu');
  return JSON.stringify(text).replace(characters, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function problemsOfObject(object: unknown, index: number): string[] {
  if (!isMap(object)) return [`object ${index + 1} is not a map of fields: pass a Kubernetes object`];
  return [...problemsOf(object, '', [])].map((problem) => `${titleOf(object, index)}: ${problem}`);
}

/** Everything below `path` that has no YAML, or none that reads back as it was. */
function* problemsOf(value: unknown, path: string, parents: readonly unknown[]): Generator<string> {
  if (parents.includes(value)) {
    yield `${path} contains itself, so that its YAML would never end: copy the part that it needs`;
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield* problemsOf(item, `${path}[${labelOf(item, index)}]`, [...parents, value]);
    }
  } else if (isMap(value)) {
    for (const [key, item] of Object.entries(value)) {
      const below = `${path}${segmentOf(key)}`.replace(/^\./, '');
      yield* keyProblems(key, below);
      yield* problemsOf(item, below, [...parents, value]);
    }
  } else {
    yield* scalarProblems(value, path);
  }
}

function* keyProblems(key: string, path: string): Generator<string> {
  if (key === '<<') yield `${path} has a key that YAML readers take for an instruction to merge: rename the key`;
  if (LONE_SURROGATE.test(key)) yield `${path} has half of a character in its key: complete or remove it`;
}

function* scalarProblems(value: unknown, path: string): Generator<string> {
  if (typeof value === 'string') {
    if (LONE_SURROGATE.test(value)) yield `${path} has half of a character (a lone surrogate): complete or remove it`;
  } else if (value === undefined) {
    yield `${path} is undefined: give a value or leave it out`;
  } else if (value !== null && typeof value !== 'boolean' && !Number.isFinite(value)) {
    const kind = typeof value === 'object' ? value.constructor.name : typeof value;
    const found = typeof value === 'number' ? value : `a ${kind}`;
    yield `${path} is ${found}, which has no YAML: give a string, a finite number, a boolean, a list or a plain object`;
  }
}

/** Plain objects of another realm count too, hence no `instanceof`. */
function isMap(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function segmentOf(key: string): string {
  return /^[A-Za-z][\w-]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key).slice(1, -1)}]`;
}

/** Items of a list go by their name, as in `containers[web]`. */
function labelOf(item: unknown, index: number): string {
  return isMap(item) && typeof item['name'] === 'string' ? item['name'] : String(index);
}

/** An object as people write it: `ConfigMap shop/web`. */
function titleOf(object: Record<string, unknown>, index: number): string {
  const { name, namespace } = isMap(object['metadata']) ? object['metadata'] : {};
  if (typeof object['kind'] !== 'string' || typeof name !== 'string') return `object ${index + 1}`;
  return `${object['kind']} ${typeof namespace === 'string' ? `${namespace}/` : ''}${name}`;
}
