import { isIPv4, isIPv6 } from 'node:net';
import type { Fields } from '../fields';
import { misfit } from '../schema/formats';

/** Says what is wrong with a text of a format, or nothing. */
type Format = (text: string) => string | undefined;

const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;
const MAC = /^([0-9a-f]{2}([:-])[0-9a-f]{2}(\2[0-9a-f]{2}){4}|([0-9a-f]{4}\.){2}[0-9a-f]{4})$/i;

/**
 * The formats that the API server checks, but for those that no manifest uses (`isbn`, `ssn` and the like) or whose
 * exact form only Go knows (`uri`, `email`, `hostname`, and `duration`, which may be Scala's too).
 * https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation
 */
const FORMATS: Readonly<Record<string, Format>> = {
  byte: (text) => misfit('byte', text),
  'date-time': dateTime,
  datetime: dateTime,
  date: (text) => unless(isDay(text), text, 'day such as 2026-01-31'),
  ipv4: (text) => unless(isIPv4(sloppy(text)), text, 'IPv4 address'),
  ipv6: (text) => unless(isIPv6(text) && !text.includes('%'), text, 'IPv6 address'),
  cidr: (text) => unless(isRange(sloppy(text)), text, 'range of addresses such as 10.0.0.0/8'),
  mac: (text) => unless(MAC.test(text), text, 'MAC address'),
  uuid: (text) => unless(UUID.test(text), text, 'UUID'),
};

/** What the format of a schema has against a value; other formats mean nothing to the API server. */
export function formatProblem(value: unknown, { type, format }: Fields): string | undefined {
  if (typeof format !== 'string') return undefined;
  if (typeof value === 'number') {
    return type === 'integer' && (format === 'int32' || format === 'int64') ? misfit(format, value) : undefined;
  }
  const isKnown = typeof value === 'string' && (type === 'string' || type === undefined);
  return isKnown && Object.hasOwn(FORMATS, format) ? FORMATS[format]!(value) : undefined;
}

/** Here the letters of a time may be small. */
function dateTime(text: string): string | undefined {
  return misfit('time', text.toUpperCase()) === undefined ? undefined : misfit('time', text);
}

function unless(isRight: boolean, text: string, what: string): string | undefined {
  return isRight ? undefined : `is no ${what}: ${JSON.stringify(text.slice(0, 100))}`;
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The server tolerates zeros at the beginning of a decimal number. */
function sloppy(text: string): string {
  return text.replaceAll(/(?<![\da-f:])0+(?=\d)/gi, '');
}

function isRange(text: string): boolean {
  const [, address = '', bits = ''] = /^([^/%]+)\/(\d{1,3})$/.exec(text) ?? [];
  if (bits === '') return false;
  return (isIPv4(address) && Number(bits) <= 32) || (isIPv6(address) && Number(bits) <= 128);
}
