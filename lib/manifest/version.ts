import { memoize } from './memoize';

/** The number of a minor version: 33 for `1.33`, `v1.33` and `1.33.2`. */
export const minorOf = memoize((version) => Number.parseInt(version.replace(/^v?1\./, ''), 10));

/** Whether a version is `minimum` or newer. */
export function isAtLeast(version: string, minimum: string): boolean {
  return minorOf(version) >= minorOf(minimum);
}
