const TENS: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, '': 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const BITS: Readonly<Record<string, number>> = { Ki: 10, Mi: 20, Gi: 30, Ti: 40, Pi: 50, Ei: 60 };

/** The smallest amount that the API server knows is a billionth. */
const DIGITS = 9;

/** How one quantity compares with another: negative if it is less, 0 for the same amount, however they are written. */
export function compareQuantities(one: unknown, other: unknown): number {
  const difference = billionths(one) - billionths(other);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** What is no quantity counts as nothing. */
function billionths(quantity: unknown): bigint {
  const text = typeof quantity === 'object' ? '' : String(quantity ?? '');
  const match = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,2})|([numkMGTPE]|[KMGTPE]i)?)$/.exec(text);
  if (!match) return 0n;
  const [, sign, whole = '', fraction = '', exponent, suffix = ''] = match;
  const tens = (exponent === undefined ? (TENS[suffix] ?? 0) : Number(exponent)) - fraction.length + DIGITS;
  const amount = BigInt(`${whole}${fraction}` || '0') << BigInt(BITS[suffix] ?? 0);
  const scaled = tens < 0 ? roundUp(amount, 10n ** BigInt(-tens)) : amount * 10n ** BigInt(tens);
  return sign === '-' ? -scaled : scaled;
}

function roundUp(amount: bigint, parts: bigint): bigint {
  return (amount + parts - 1n) / parts;
}
