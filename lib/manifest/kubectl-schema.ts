import { defineScalarTag, FAILSAFE_SCHEMA, mergeTag, NOT_RESOLVED } from 'js-yaml';

const NULLS = new Set(['', '~', 'null', 'Null', 'NULL']);
const TRUE = ['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'];
const FALSE = ['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'];
const BOOLEANS = new Map([
  ...TRUE.map((text) => [text, true] as const),
  ...FALSE.map((text) => [text, false] as const),
]);

const INTEGER = /^([-+]?)(?:0[xX]([\da-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|([1-9]\d*|0))$/;
const FLOAT = /^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$/;

/** The number that a word stands for, for kubectl: an octal may have an `o` or not, and underscores are dropped. */
function numberOf(word: string): number | typeof NOT_RESOLVED {
  const text = word.startsWith('.') ? word : word.replaceAll('_', '');
  const match = INTEGER.exec(text);
  if (!match) return FLOAT.test(text) ? Number(text) : NOT_RESOLVED;
  const [, sign, hex, binary, octal, decimal] = match;
  const size = decimal ? Number(decimal) : parseInt(hex ?? binary ?? octal ?? '0', hex ? 16 : binary ? 2 : 8);
  return sign === '-' ? -size : size;
}

/**
 * How kubectl reads the words of a YAML file: it uses go-yaml 2, which keeps `yes`, `on` and `0777` from YAML 1.1 and
 * drops times and numbers to the base of 60. Dates are texts.
 */
export const KUBECTL_SCHEMA = FAILSAFE_SCHEMA.withTags(
  defineScalarTag('tag:yaml.org,2002:null', {
    implicit: true,
    implicitFirstChars: ['', '~', 'n', 'N'],
    resolve: (word) => (NULLS.has(word) ? null : NOT_RESOLVED),
    identify: () => false,
  }),
  defineScalarTag('tag:yaml.org,2002:bool', {
    implicit: true,
    implicitFirstChars: [...'yYnNtTfFoO'],
    resolve: (word) => BOOLEANS.get(word) ?? NOT_RESOLVED,
    identify: () => false,
  }),
  defineScalarTag('tag:yaml.org,2002:float', {
    implicit: true,
    implicitFirstChars: [...'-+.0123456789'],
    resolve: numberOf,
    identify: () => false,
  }),
  defineScalarTag('tag:yaml.org,2002:int', { resolve: numberOf, identify: () => false }),
  defineScalarTag('tag:yaml.org,2002:binary', {
    resolve: (word) => Buffer.from(word, 'base64').toString('utf8'),
    identify: () => false,
  }),
  mergeTag,
);
