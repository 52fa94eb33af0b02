/** A range of addresses, as its bits. */
interface Range {
  readonly bits: string;
  readonly family: 4 | 6;
}

/** Whether one range of addresses is within another: `10.1.0.0/16` in `10.0.0.0/8`. Unreadable ones are in none. */
export function isWithinRange(inner: string, outer: string): boolean {
  const [one, other] = [rangeOf(inner), rangeOf(outer)];
  return one !== undefined && other !== undefined && one.family === other.family && one.bits.startsWith(other.bits);
}

/** Whether a range is the whole internet. */
export function isEverywhere(range: string): boolean {
  return rangeOf(range)?.bits === '';
}

function rangeOf(text: string): Range | undefined {
  const [address = '', length] = text.trim().split('/', 2);
  const bits = address.includes(':') ? bits6(address) : bits4(address);
  if (bits === undefined) return undefined;
  const prefix = length === undefined ? bits.length : Number(length);
  return { bits: bits.slice(0, prefix), family: address.includes(':') ? 6 : 4 };
}

function bits4(address: string): string | undefined {
  const parts = address.split('.').map(Number);
  if (parts.length !== 4 || parts.some((part) => !(part >= 0 && part <= 255))) return undefined;
  return parts.map((part) => part.toString(2).padStart(8, '0')).join('');
}

function bits6(address: string): string | undefined {
  const [head = '', tail] = address.split('::', 2);
  const [front, back] = [groupsIn(head), groupsIn(tail ?? '')];
  const zeros = Array.from({ length: tail === undefined ? 0 : 8 - front.length - back.length }, () => '0');
  const all = [...front, ...zeros, ...back];
  if (all.length !== 8 || all.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return all.map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0')).join('');
}

function groupsIn(text: string): readonly string[] {
  return text === '' ? [] : text.split(':');
}
