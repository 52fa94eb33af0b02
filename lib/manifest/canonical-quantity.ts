import { memoize } from './memoize';

type Format = 'decimal' | 'exponent' | 'binary';

/** `value × 10^scale`, with the text that the API server keeps as it is. */
interface Amount {
  readonly value: bigint;
  readonly scale: number;
  readonly format: Format;
  readonly text?: string;
}

const PARTS = /^([+-]?)0*(\d*)(?:\.(\d*))?([eEinumkKMGTP]*[+-]?\d*)$/;
const DECIMAL: readonly string[] = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const BINARY: readonly string[] = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const MOST = 2n ** 63n - 1n;
const NANO = -9;

/**
 * A quantity as the API server writes it: `1024Mi` → `1Gi`, `0.1` → `100m`, and `1.500` as it is. A text that is no
 * quantity stays what it is. With `scale`, it is rounded up to so many powers of ten: -3 for the lists of resources.
 * https://github.com/kubernetes/apimachinery/blob/master/pkg/api/resource/quantity.go
 */
export function canonicalQuantity(text: string, scale?: number): string {
  return scale === undefined ? exactly(text) : roundedTo(scale)(text);
}

/** There are few different ones, in many places. */
const exactly = memoize((text) => canonical(text));
const scales = new Map<number, (text: string) => string>();

function roundedTo(scale: number): (text: string) => string {
  const known = scales.get(scale) ?? memoize((text) => canonical(text, scale));
  scales.set(scale, known);
  return known;
}

function canonical(text: string, scale?: number): string {
  const amount = text === '' ? undefined : parse(text);
  if (!amount) return text;
  return write(scale !== undefined && amount.scale < scale ? { ...roundUp(amount, scale), text: undefined } : amount);
}

function parse(text: string): Amount | undefined {
  const [, sign, digits = '', fraction = '', suffix = ''] = PARTS.exec(text) ?? [];
  if (sign === undefined) return undefined;
  const unit = unitOf(suffix);
  if (!unit) return undefined;
  const whole = digits || '0';
  const value = BigInt(whole + fraction) * (sign === '-' ? -1n : 1n);
  if (value === 0n && text === '0') return { value, scale: 0, format: 'decimal', text };
  const { format, exponent } = unit;
  const [factor, power] = format === 'binary' ? [2n ** BigInt(exponent), 0] : [1n, exponent];
  const amount = { value: value * factor, scale: power - fraction.length, format };
  if (isShort(amount, whole, fraction, exponent)) return keep(amount, text, whole + fraction, exponent);
  return /\d/.test(text.slice(0, text.length - suffix.length)) ? limit(amount) : undefined;
}

function unitOf(suffix: string): { format: Format; exponent: number } | undefined {
  const decimal = DECIMAL.indexOf(suffix);
  if (decimal >= 0) return { format: 'decimal', exponent: decimal * 3 + NANO };
  const binary = BINARY.indexOf(suffix);
  if (binary > 0) return { format: 'binary', exponent: binary * 10 };
  return /^[eE][+-]?\d+$/.test(suffix) ? { format: 'exponent', exponent: Number(suffix.slice(1)) } : undefined;
}

/** Whether Go holds the amount in 64 bits, which it does for short ones alone. */
function isShort({ scale, value, format }: Amount, whole: string, fraction: string, exponent: number): boolean {
  if (format !== 'binary') return whole.length + fraction.length <= 18 && scale >= NANO;
  const precision = 15 - whole.length - Math.trunc((exponent * 3) / 10) - 1;
  return fraction === '' && precision >= 0 && (value < 0n ? -value : value) <= MOST;
}

/** A text that looks canonical is not written anew. */
function keep(amount: Amount, text: string, digits: string, exponent: number): Amount {
  const kept =
    amount.format === 'binary'
      ? exponent % 10 === 0 && BigInt(digits) % 8n !== 0n
      : amount.scale % 3 === 0 && !digits.endsWith('000') && !digits.startsWith('0');
  return kept ? { ...amount, text } : amount;
}

/** Long amounts are rounded up to nanos, and binary ones end at 2^63 - 1. */
function limit(amount: Amount): Amount {
  const rounded = amount.scale < NANO ? roundUp(amount, NANO) : amount;
  if (amount.format !== 'binary') return rounded;
  const positive = rounded.value < 0n ? -rounded.value : rounded.value;
  const one = 10n ** BigInt(-rounded.scale);
  if (positive > MOST * one) return { ...rounded, value: rounded.value < 0n ? -MOST : MOST, scale: 0 };
  return positive < one ? { ...rounded, format: 'decimal' } : rounded;
}

/** Away from zero. */
function roundUp(amount: Amount, scale: number): Amount {
  const divisor = 10n ** BigInt(scale - amount.scale);
  const away = amount.value % divisor === 0n ? 0n : amount.value < 0n ? -1n : 1n;
  return { ...amount, value: amount.value / divisor + away, scale };
}

function write({ value, scale, format, text }: Amount): string {
  if (text !== undefined) return text;
  if (value === 0n) return '0';
  const divisor = 10n ** BigInt(Math.max(-scale, 0));
  const whole = (value * 10n ** BigInt(Math.max(scale, 0))) / divisor;
  const binary = format === 'binary' && value % divisor === 0n && (whole >= 1024n || whole <= -1024n);
  return binary ? writeBinary(whole) : writeDecimal(value, scale, format);
}

function writeBinary(whole: bigint): string {
  let value = whole;
  let power = 0;
  for (; value % 1024n === 0n; value /= 1024n) power += 1;
  return `${value}${BINARY[power] ?? ''}`;
}

function writeDecimal(whole: bigint, scale: number, format: Format): string {
  let value = whole;
  let exponent = scale;
  for (; value % 10n === 0n; value /= 10n) exponent += 1;
  for (; exponent % 3 !== 0; value *= 10n) exponent -= 1;
  if (format === 'exponent') return `${value}${exponent === 0 ? '' : `e${exponent}`}`;
  return `${value}${DECIMAL[(exponent - NANO) / 3] ?? ''}`;
}
