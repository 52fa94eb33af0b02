import { BlockList, isIP } from 'node:net';
import { quoted } from './quoted';

/** A range in its parts. */
interface AddressRange {
  readonly address: string;
  readonly prefix: number;
  readonly family: 'ipv4' | 'ipv6';
}

/**
 * What is wrong with an address range such as `10.20.0.0/16` or `fd00::/8`. API servers warn of an address within a
 * range, and newer ones refuse it, as it may mean the range or the address (KEP-4858).
 *
 * @param what the user's word for it, and the verb: `cidr is`
 */
export function addressRangeProblem(what: string, text: unknown): string | undefined {
  const range = parse(text);
  if (!range) return `${what} ${quoted(text)}, which is no address range: write one such as '10.20.0.0/16'`;
  const { address, prefix, family } = range;
  const [whole, alone] = [networkOf(range), networkOf({ address, family, prefix: bitsOf(family) })];
  if (whole !== alone.replace(/\/\d+$/, `/${prefix}`)) {
    return `${what} '${text}', an address within a range: write '${whole}', or '${alone}' for the address alone`;
  }
  if (whole === text) return undefined;
  return `${what} '${text}', which is not how Kubernetes spells it: write '${whole}'`;
}

/** Whether a range lies within another and is smaller, as an exception to it has to be. */
export function isPartOf(part: string, whole: string): boolean {
  const [inner, outer] = [parse(part), parse(whole)];
  if (!inner || !outer || inner.family !== outer.family || inner.prefix <= outer.prefix) return false;
  const list = new BlockList();
  list.addSubnet(outer.address, outer.prefix, outer.family);
  return list.check(inner.address, inner.family);
}

function parse(text: unknown): AddressRange | undefined {
  const [, address = '', digits] = /^([^/%]+)\/(\d{1,3})$/.exec(String(text)) ?? [];
  const version = isIP(address);
  const prefix = Number(digits);
  const family = version === 4 ? 'ipv4' : 'ipv6';
  if (version === 0 || !(prefix <= bitsOf(family)) || isMapped(address)) return undefined;
  return { address, prefix, family };
}

/** The addresses of IPv4 in the space of IPv6, which Kubernetes refuses. */
function isMapped(address: string): boolean {
  return isIP(address) === 6 && compressed(address).startsWith('::ffff:');
}

function bitsOf(family: AddressRange['family']): 32 | 128 {
  return family === 'ipv4' ? 32 : 128;
}

/** The whole range, in the canonical spelling: nothing set beyond the prefix. */
function networkOf({ address, prefix, family }: AddressRange): string {
  const size = family === 'ipv4' ? 8 : 16;
  const parts = family === 'ipv4' ? address.split('.').map(Number) : groupsOf(address);
  const masked = parts.map((part, index) => {
    const kept = Math.min(Math.max(prefix - index * size, 0), size);
    return part - (part % 2 ** (size - kept));
  });
  const text = family === 'ipv4' ? masked.join('.') : compressed(masked.map((group) => group.toString(16)).join(':'));
  return `${text}/${prefix}`;
}

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): number[] {
  const [head = '', tail] = compressed(address).split('::');
  const [first, last] = [head, tail ?? ''].map((part) => (part === '' ? [] : part.split(':')));
  const zeros = Array.from({ length: 8 - first!.length - last!.length }, () => '0');
  return [...first!, ...zeros, ...last!].map((group) => Number.parseInt(group, 16));
}

/** An IPv6 address in the spelling of RFC 5952, as a URL has it. */
function compressed(address: string): string {
  return new URL(`http://[${address}]`).hostname.slice(1, -1);
}
