import type { TopologySpreadConstraint } from '../synth/kubernetes';

/** How replicas are spread: as it is given, or by default from two replicas on. */
export function spreadOf(
  given: readonly TopologySpreadConstraint[] | false | undefined,
  selector: Readonly<Record<string, string>>,
  replicas: number,
  byRevision: boolean,
): readonly TopologySpreadConstraint[] | undefined {
  if (given) return given.map((constraint) => ({ labelSelector: { matchLabels: selector }, ...constraint }));
  return given === false || replicas < 2 ? undefined : evenly(selector, byRevision);
}

/**
 * Replicas as evenly over zones and hosts as the nodes allow. It is a wish and no condition, so that a small cluster can
 * run them too.
 *
 * @param byRevision count the pods of each revision for themselves, so that an update ends as evenly as it began
 */
function evenly(selector: Readonly<Record<string, string>>, byRevision: boolean): readonly TopologySpreadConstraint[] {
  return ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'].map((topologyKey) => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels: selector },
    matchLabelKeys: byRevision ? ['pod-template-hash'] : undefined,
  }));
}

/** What is wrong with constraints that are given. */
export function spreadProblems(spread: readonly TopologySpreadConstraint[] | false | undefined): readonly string[] {
  if (spread === undefined || spread === false) return [];
  if (!Array.isArray(spread)) return [`spread is ${String(spread)}: use false, or a list of constraints`];
  const keys = spread.map(({ topologyKey, whenUnsatisfiable }) => `${topologyKey}, ${whenUnsatisfiable}`);
  return spread.flatMap(({ maxSkew, topologyKey, whenUnsatisfiable }, index) => {
    const what = `spread[${index}]`;
    const problems = [
      Number.isInteger(maxSkew) && maxSkew >= 1
        ? undefined
        : `${what}.maxSkew is ${maxSkew}: use a whole number from 1 on`,
      topologyKey ? undefined : `${what}.topologyKey is missing: name a node label, such as 'kubernetes.io/hostname'`,
      ['DoNotSchedule', 'ScheduleAnyway'].includes(whenUnsatisfiable)
        ? undefined
        : `${what}.whenUnsatisfiable is '${whenUnsatisfiable}': use 'DoNotSchedule' or 'ScheduleAnyway'`,
      keys.indexOf(keys[index]!) === index ? undefined : `${what} is there twice (${keys[index]}): remove one`,
    ];
    return problems.filter((problem) => problem !== undefined);
  });
}
