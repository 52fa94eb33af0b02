import type { Schema, Type } from '../../../lib/manifest/schema/types';

/** A name for a value, and the value. */
export type Named = readonly [what: string, value: unknown];

const TEXTS: readonly Named[] = [
  ['empty', ''],
  ['upper case', 'Bad_Name'],
  ['with spaces', 'a b!'],
  ['dots', '..'],
  ['64 characters', 'a'.repeat(64)],
  ['254 characters', 'a'.repeat(254)],
];
const NUMBERS: readonly Named[] = [
  ['-1', -1],
  ['0', 0],
  ['70000', 70_000],
  ['over 32 bits', 2 ** 31],
];
const QUANTITIES: readonly Named[] = [
  ['no quantity', '1 Gb'],
  ['negative quantity', '-1'],
  ['huge quantity', '500Ti'],
];

/** Values to put in the place of one that is there. */
export function replacements(value: unknown, type: Type): readonly Named[] {
  if (type.is === 'list')
    return [
      ['a text for a list', 'x'],
      ['empty list', []],
      ['a list of lists', [[]]],
    ];
  if (type.is !== 'value')
    return [
      ['a text for an object', 'x'],
      ['a list for an object', []],
      ['empty object', {}],
      ['null', null],
    ];
  const wrong: Named[] = [
    ['an object for a value', {}],
    ['a list for a value', []],
    ['null', null],
  ];
  if (type.enum) return [...wrong, ['none of the values', 'Bogus'], ['empty', ''], ['a number', 5]];
  if (type.value === 'boolean') return [...wrong, ['a text for a boolean', 'true'], ['the opposite', !value]];
  if (type.value === 'quantity') return [...wrong, ...QUANTITIES, ['a boolean', true], ['a number', 3]];
  if (type.value === 'intOrString')
    return [...wrong, ...NUMBERS, ...TEXTS, ['a number as text', '8080'], ['101%', '101%'], ['5%', '5%']];
  if (type.value === 'int32' || type.value === 'int64')
    return [...wrong, ...NUMBERS, ['a text for a number', '5'], ['a fraction', 1.5]];
  return [...wrong, ...TEXTS, ['a number for a text', 5], ['a boolean for a text', true]];
}

/** Values for a field that is not there: plain ones that are often right. */
export function additions(type: Type, schema: Schema): readonly Named[] {
  if (type.is === 'list' && type.of.is === 'value') return [['a list', [plain(type.of)]]];
  if (type.is === 'map' && type.of.is === 'value') return [['a map', { key: plain(type.of) }]];
  if (type.is === 'object') {
    const { required } = schema.type(type.name);
    return required.length === 0 ? [['an empty object', {}]] : [['an object without what it needs', {}]];
  }
  return type.is === 'value' ? [['a value', plain(type)]] : [];
}

function plain(type: Type & { is: 'value' }): unknown {
  if (type.enum) return type.enum.findLast(Boolean);
  switch (type.value) {
    case 'boolean':
      return true;
    case 'int32':
    case 'int64':
    case 'number':
    case 'intOrString':
      return 1;
    case 'time':
      return '2026-01-31T12:00:00Z';
    case 'byte':
      return 'aGVsbG8=';
    case 'quantity':
      return '1';
    case 'object':
      return {};
    default:
      return 'text';
  }
}
