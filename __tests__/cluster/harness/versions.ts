/** A Kubernetes release that we can build: `control-plane/v<minor>/go.mod` pins the patch. */
export interface Release {
  /** The folder of its go.mod: `v1.37`. */
  readonly minor: string;
  /** The release itself: `v1.37.2`. */
  readonly version: string;
}

/** Newest first; the first is the default, `SLIPWAY_KUBERNETES=1.36` picks another. */
export const RELEASES: readonly Release[] = [
  { minor: 'v1.37', version: 'v1.37.2' },
  { minor: 'v1.36', version: 'v1.36.3' },
];

/** The release that `SLIPWAY_KUBERNETES` asks for (`1.36` or `v1.36`). */
export function chosenRelease(asked = process.env['SLIPWAY_KUBERNETES']): Release {
  const release = RELEASES.find(({ minor }) => !asked || minor === `v${asked.replace(/^v/, '')}`);
  if (release) return release;
  const known = RELEASES.map(({ minor }) => minor.slice(1)).join(', ');
  throw new Error(`SLIPWAY_KUBERNETES=${asked}: only ${known} can be built`);
}
