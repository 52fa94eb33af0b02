const minors = new Map<string, number>();

/** The number of a minor version: 33 for `1.33`, `v1.33` and `1.33.2`. */
export function minorOf(version: string): number {
  const known = minors.get(version);
  if (known !== undefined) return known;
  const minor = Number.parseInt(version.replace(/^v?1\./, ''), 10);
  minors.set(version, minor);
  return minor;
}

/** Whether a version is `minimum` or newer. */
export function isAtLeast(version: string, minimum: string): boolean {
  return minorOf(version) >= minorOf(minimum);
}
