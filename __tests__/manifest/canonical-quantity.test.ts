import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import { canonicalQuantity } from '../../lib/manifest/canonical-quantity';
import { parseQuantity } from '../../lib/manifest/quantity';

const TABLE = parse(readFileSync(join(__dirname, 'quantities.yaml'), 'utf8')) as [string, string, string][];

test.each(TABLE)('%s is stored as %s, and as %s in a list of resources, as Go does it', (text, stored, resource) => {
  expect([canonicalQuantity(text), canonicalQuantity(text, -3)]).toEqual([stored, resource]);
});

test.each(['', 'a lot', '1 Gi', '1GiB', '1mi', '1e', '1.2.3'])('%p is no quantity and stays what it is', (text) => {
  expect(canonicalQuantity(text)).toBe(text);
});

const digits = fc.stringMatching(/^\d{1,12}$/);
const suffixes = ['', 'n', 'u', 'm', 'k', 'M', 'G', 'T', 'P', 'Ki', 'Mi', 'Gi', 'Ti', 'e3', 'E-2'];
const quantities = fc
  .tuple(fc.constantFrom('', '-'), digits, fc.option(digits), fc.constantFrom(...suffixes))
  .map(([sign, whole, fraction, suffix]) => `${sign}${whole}${fraction === null ? '' : `.${fraction}`}${suffix}`);

test('a canonical quantity is canonical', () => {
  fc.assert(
    fc.property(quantities, (text) => {
      const canonical = canonicalQuantity(text);
      expect(canonicalQuantity(canonical)).toBe(canonical);
    }),
  );
});

test('a canonical quantity is the same amount, but for what is less than a nano', () => {
  fc.assert(
    fc.property(quantities, (text) => {
      const amount = parseQuantity(text)!;
      fc.pre(Math.abs(amount) < 2 ** 62);
      const difference = Math.abs(parseQuantity(canonicalQuantity(text))! - amount);
      expect(difference).toBeLessThanOrEqual(Math.max(1.01e-9, Math.abs(amount) * 1e-12));
    }),
  );
});
