/** An IP address with the length of its prefix. */
export interface Block {
  readonly bits: bigint;
  readonly width: 32 | 128;
  readonly length: number;
}

const OCTET = /^(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/;

/** Whether a text is an IP address of version 4 or 6. */
export function isIp(text: string): boolean {
  return parseIp(text) !== undefined;
}

/** Addresses that lead nowhere from another host: of no host, of the host itself, or of its own network. */
const SPECIAL = [
  '0.0.0.0/32',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '224.0.0.0/24',
  '::/128',
  '::1/128',
  'fe80::/10',
  'ff02::/16',
];

/** Whether an address is one that neither a Service nor an endpoint can have. */
export function isSpecialIp(text: string): boolean {
  const ip = parseIp(text);
  if (!ip) return false;
  const own = { ...ip, length: ip.width + 1 };
  return SPECIAL.some((block) => isInside(own, parseBlock(block)!));
}

/** What has been read: policies name the same few blocks again and again. */
const blocks = new Map<string, Block | undefined>();

/** Reads `10.0.0.0/8` or `2001:db8::/64`. */
export function parseBlock(text: string): Block | undefined {
  const known = blocks.get(text);
  if (known !== undefined) return known;
  const block = readBlock(text);
  blocks.set(text, block);
  return block;
}

function readBlock(text: string): Block | undefined {
  const slash = text.lastIndexOf('/');
  const length = text.slice(slash + 1);
  const ip = parseIp(text.slice(0, Math.max(slash, 0)));
  if (!ip || !/^(0|[1-9]\d{0,2})$/.test(length) || Number(length) > ip.width) return undefined;
  return { ...ip, length: Number(length) };
}

/** Whether a block has nothing after its prefix, as `10.0.0.0/8` and unlike `10.1.2.3/8`. */
export function isNetwork({ bits, width, length }: Block): boolean {
  return (bits & ((1n << BigInt(width - length)) - 1n)) === 0n;
}

/** Whether a block lies in another one and is smaller. */
export function isInside(inner: Block, outer: Block): boolean {
  const rest = BigInt(outer.width - outer.length);
  return inner.width === outer.width && inner.length > outer.length && inner.bits >> rest === outer.bits >> rest;
}

function parseIp(text: string): Omit<Block, 'length'> | undefined {
  if (!text.includes(':')) {
    const bits = parseFour(text);
    return bits === undefined ? undefined : { bits, width: 32 };
  }
  const bits = parseSix(text);
  return bits === undefined ? undefined : { bits, width: 128 };
}

function parseFour(text: string): bigint | undefined {
  const octets = text.split('.');
  if (octets.length !== 4 || !octets.every((octet) => OCTET.test(octet))) return undefined;
  return BigInt(octets.reduce((bits, octet) => bits * 256 + Number(octet), 0));
}

function parseSix(text: string): bigint | undefined {
  const halves = text.split('::').map((half) => (half === '' ? [] : half.split(':')));
  const words = halves.flat();
  const zeros = 8 - words.length;
  if (halves.length > 2 || (halves.length === 1 ? zeros !== 0 : zeros < 1)) return undefined;
  if (!words.every((word) => /^[\da-fA-F]{1,4}$/.test(word))) return undefined;
  const all = [...halves[0]!, ...Array.from({ length: zeros }, () => '0'), ...(halves[1] ?? [])];
  return BigInt(`0x${all.map((word) => word.padStart(4, '0')).join('')}`);
}
