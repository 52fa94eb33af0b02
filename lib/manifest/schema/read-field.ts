import { memoize } from '../memoize';
import { isPeculiar, knownValues, mayRepeat } from './enforced';
import type { FieldSchema, ListKeys, Span, Type, ValueType } from './types';

/** A line of the data, such as `[]@core.v1.EnvVar ! keys=name merge=name since=1.30`. */
export interface Line extends Span {
  readonly field: FieldSchema;
}

/** Reads how the data writes a field. Most fields are written like many others. */
export function readField(line: string, place = ''): Line {
  return isPeculiar(place) ? read(line, place) : readUsual(line);
}

const readUsual = memoize((line) => read(line, ''));

function read(line: string, place: string): Line {
  const [head = '', values] = line.split(' enum=');
  const [type = '', ...flags] = head.split(' ');
  const facts = new Map(flags.map((flag) => flag.split('=') as [string, string | undefined]));
  const keys = facts.get('keys')?.split(',') ?? [];
  const merge = facts.get('merge');
  const unique = mayRepeat(place) ? [] : keys.length > 0 ? keys : [merge ?? []].flat();
  const list = { keys, merge, set: facts.has('set'), unique };
  return {
    field: {
      type: readType(type, list, { values: knownValues(place, values?.split('|')), exact: facts.has('exact') }),
      required: facts.has('!'),
      atomic: facts.has('atomic'),
      patch: facts.has('merge') ? 'merge' : facts.has('replace') ? 'replace' : undefined,
      retainKeys: facts.has('retain'),
    },
    since: facts.get('since'),
    until: facts.get('until'),
  };
}

interface Texts {
  readonly values?: readonly string[];
  readonly exact: boolean;
}

function readType(text: string, list: ListKeys, texts: Texts): Type {
  if (text.startsWith('[]')) return { is: 'list', of: readType(text.slice(2), list, { ...texts, exact: true }), list };
  if (text.startsWith('{}')) return { is: 'map', of: readType(text.slice(2), list, texts) };
  if (text.startsWith('@')) return { is: 'object', name: text.slice(1) };
  const plain = (text === 'string' && !texts.values) || text === 'boolean' ? text : undefined;
  return { is: 'value', value: text as ValueType, enum: texts.values, exact: texts.exact, plain };
}
