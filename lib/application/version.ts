/** The oldest Kubernetes minor version that Slipway knows. */
export const OLDEST_KUBERNETES = '1.28';
/** The newest. */
export const NEWEST_KUBERNETES = '1.37';

/** The minor number of a version such as `1.33`, or `undefined` if it is not a known one. */
export function minorVersion(version: string): number | undefined {
  const minor = Number(/^1\.(\d+)$/.exec(version)?.[1]);
  const [oldest, newest] = [OLDEST_KUBERNETES, NEWEST_KUBERNETES].map((known) => Number(known.slice(2)));
  return minor >= oldest! && minor <= newest! ? minor : undefined;
}

/** Features that are on by default only from some minor version on. */
const SINCE = {
  /** https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/ (KEP-753) */
  nativeSidecars: 29,
  /** https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/ (KEP-3960) */
  preStopSleep: 30,
  /** https://kubernetes.io/docs/concepts/services-networking/service/#traffic-distribution (KEP-4444) */
  trafficDistribution: 31,
  /** https://kubernetes.io/docs/concepts/services-networking/service/#traffic-distribution (KEP-3015) */
  preferSameNode: 34,
} as const;

/** Whether a cluster of this version has a feature without a feature gate. */
export function hasFeature(version: string, feature: keyof typeof SINCE): boolean {
  return (minorVersion(version) ?? Infinity) >= SINCE[feature];
}
