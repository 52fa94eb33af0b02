import { quoted } from '../application/quoted';
import { parseQuantity } from '../manifest/quantity';

/** A volume below this is a unit that was forgotten or mistaken: `10` is ten bytes, `100m` a tenth of one. */
const MIB = 2 ** 20;

/** What is wrong with the size of a volume. */
export function sizeProblem(size: unknown, example: string): string | undefined {
  const bytes = typeof size === 'string' ? (parseQuantity(size) ?? 0) : 0;
  if (bytes <= 0) return `size is ${quoted(size)}: write a quantity such as ${example}`;
  if (bytes < MIB) return `size is '${String(size)}', which is ${bytes} bytes: give at least 1Mi, such as ${example}`;
  // what is less than the precision of a number is no part of a byte
  if (Math.abs(bytes - Math.round(bytes)) <= bytes * 1e-12) return undefined;
  return `size is '${String(size)}', which ends within a byte: write whole ones, such as '${Math.ceil(bytes / MIB)}Mi'`;
}
