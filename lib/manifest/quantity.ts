const SUFFIXES: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** What has been read: manifests have the same few quantities again and again. */
const quantities = new Map<string, number | undefined>();

/**
 * The number that a quantity such as `100m` or `1.5Gi` stands for, or `undefined` if it is none.
 * https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function parseQuantity(quantity: unknown): number | undefined {
  const text = typeof quantity === 'object' ? '' : String(quantity);
  const known = quantities.get(text);
  if (known !== undefined) return known;
  const number = readQuantity(text);
  quantities.set(text, number);
  return number;
}

function readQuantity(text: string): number | undefined {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([eE][+-]?\d+)|([numkMGTPE]|[KMGTPE]i)?)$/.exec(text);
  if (!match) return undefined;
  const [, number, exponent, suffix = ''] = match;
  return exponent === undefined ? Number(number) * SUFFIXES[suffix]! : Number(`${number}${exponent}`);
}
