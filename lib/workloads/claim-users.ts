import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { EnvironmentScope } from '../application/environment-scope';
import type { Volume } from '../storage/volume';
import { singleNodeVolumes } from './single-node-volumes';

/** The workloads that mount a claim, by program, and by environment, namespace and name. */
const users = new WeakMap<IConstruct, Map<string, IConstruct[]>>();

/** Notes that a workload mounts a volume, if that is a claim. */
export function noteClaim(workload: IConstruct, volume: Volume): void {
  const all = usersOf(workload, volume);
  if (all && !all.includes(workload)) all.push(workload);
}

/** What is wrong with the claims of a workload: those of one node that another workload has mounted before. */
export function claimUserProblems(workload: IConstruct, volumes: readonly Volume[]): readonly string[] {
  return singleNodeVolumes(volumes).flatMap((volume) => {
    const [first = workload] = usersOf(workload, volume) ?? [];
    if (first === workload) return [];
    const { volumeName, accessMode } = volume;
    return [
      `volume '${volumeName}' is ${accessMode}, so one workload can have it, but '${first.node.id}' mounts it too: ` +
        `use accessMode 'ReadWriteMany', or mount it in one of them`,
    ];
  });
}

function usersOf(workload: IConstruct, { volumeSource }: Volume): IConstruct[] | undefined {
  const claim = volumeSource.persistentVolumeClaim?.claimName;
  if (claim === undefined) return undefined;
  const { root } = workload.node;
  const claims = users.get(root) ?? new Map<string, IConstruct[]>();
  users.set(root, claims);
  const key = `${EnvironmentScope.of(workload).name}/${Chart.of(workload).namespace}/${claim}`;
  const known = claims.get(key) ?? [];
  claims.set(key, known);
  return known;
}
