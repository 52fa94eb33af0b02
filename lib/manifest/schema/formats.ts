import { parseQuantity } from '../quantity';
import type { ValueType } from './types';

const INT32 = 2 ** 31;
/** As Go reads them: a fraction may follow the seconds of a `Time`, and a `MicroTime` must have all six digits of one. */
const TIME = /^\d{4}-(0\d|1[0-2])-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d([.,]\d+)?(Z|[+-]([01]\d|2[0-4]):[0-5]\d)$/;
const MICRO = /[.,]\d{6}(Z|[+-]\d\d:\d\d)$/;
const DURATION = /^[+-]?(0|((\d+(\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h))+)$/;

/** Says what is wrong with a value of a type, or nothing. */
type Format = (value: unknown) => string | undefined;

const FORMATS: Readonly<Record<ValueType, Format>> = {
  any: () => undefined,
  object: (value) => (typeof value === 'object' && !Array.isArray(value) ? undefined : mustBe('an object', value)),
  string: (value) => (typeof value === 'string' ? undefined : text(value)),
  boolean: (value) => (typeof value === 'boolean' ? undefined : mustBe('true or false', value)),
  number: (value) => (typeof value === 'number' ? undefined : mustBe('a number', value)),
  int32: (value) => whole(value, INT32),
  int64: (value) => whole(value, 2 ** 63),
  byte: (value) => (typeof value === 'string' ? base64(value) : text(value)),
  time: (value) => (typeof value === 'string' ? time(value) : text(value)),
  microTime: (value) => (typeof value === 'string' ? microTime(value) : text(value)),
  duration: (value) => {
    if (typeof value !== 'string') return text(value);
    return DURATION.test(value) ? undefined : `is no duration such as 30s or 1h30m: ${value}`;
  },
  quantity: (value) => {
    if (typeof value !== 'string' && typeof value !== 'number') return mustBe('a quantity such as 100m or 1Gi', value);
    return parseQuantity(String(value).trim()) === undefined ? quantity(String(value)) : undefined;
  },
  intOrString: (value) => {
    if (typeof value === 'string') return undefined;
    return typeof value === 'number' ? whole(value, INT32) : mustBe('a whole number or a text', value);
  },
};

/** What is wrong with a value that should be of a type, or `undefined`. */
export function misfit(type: ValueType, value: unknown): string | undefined {
  return FORMATS[type](value);
}

/** `must be a list, is a text`. */
export function mustBe(wanted: string, value: unknown): string {
  return `must be ${wanted}, is ${kindOf(value)}`;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string')
    return `the text ${JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)}`;
  return typeof value === 'boolean' ? `${value}` : `the number ${String(value)}`;
}

/** The value is not shown: it may be a password. */
function text(value: unknown): string {
  if (typeof value === 'number') return 'must be a text, is a number: put it in quotes';
  if (typeof value === 'boolean') return 'must be a text, is true or false: put it in quotes';
  return `must be a text, is ${Array.isArray(value) ? 'a list' : 'an object'}`;
}

function whole(value: unknown, limit: number): string | undefined {
  if (typeof value !== 'number') return mustBe('a whole number', value);
  if (!Number.isInteger(value)) return mustBe('a whole number', value);
  if (value >= limit || value < -limit) return `is out of range: ${value}`;
  return undefined;
}

/** The value is not shown: it is a secret most of the time. */
function base64(value: string): string | undefined {
  const letters = value.replaceAll(/[\r\n]/g, '');
  const encoded = letters.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(letters);
  return encoded ? undefined : 'is not encoded in base64';
}

function time(value: string): string | undefined {
  return isTime(value) ? undefined : `is no time such as 2026-01-31T12:00:00Z: ${value}`;
}

function microTime(value: string): string | undefined {
  if (!isTime(value)) return `is no time such as 2026-01-31T12:00:00.000000Z: ${value}`;
  return MICRO.test(value) ? undefined : `must have microseconds, as 2026-01-31T12:00:00.000000Z has: ${value}`;
}

/** Dates go on into the next month for `Date`, which the API server refuses. */
function isTime(value: string): boolean {
  const day = new Date(`${value.slice(0, 10)}T00:00:00Z`).getUTCDate();
  return TIME.test(value) && day === Number(value.slice(8, 10));
}

function quantity(value: string): string {
  const fixed = value.replaceAll(/\s/g, '').replace(/(\d)([kmgtpe])i?b?$/i, (_, digit: string, unit: string) => {
    return `${digit}${unit.toUpperCase()}i`;
  });
  const hint = fixed !== value && parseQuantity(fixed) !== undefined ? `: did you mean ${fixed}?` : '';
  return `is no quantity such as 100m or 1Gi: ${JSON.stringify(value)}${hint}`;
}
