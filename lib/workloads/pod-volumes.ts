import type { Construct } from 'constructs';
import { addExternal } from '../application/external';
import { foreignProblem } from '../application/foreign';
import { addProblem } from '../application/problem';
import type { Mounted } from '../containers/mounts';
import type { ClaimTemplate } from '../storage/claim-template';
import type { Volume } from '../storage/volume';
import type { VolumeSpec } from '../synth/kubernetes';
import { claimUserProblems, noteClaim } from './claim-users';

/** The volumes that the containers of a pod share, each once. */
export class PodVolumes {
  private readonly volumes = new Map<string, Mounted>();

  constructor(private readonly workload: Construct) {
    workload.node.addValidation({ validate: () => [...claimUserProblems(workload, this.shared)] });
  }

  public add(volume: Mounted): void {
    const { volumeName } = volume;
    const other = this.volumes.get(volumeName);
    if (other === volume) return;
    if (other) addProblem(this.workload, `has two volumes named '${volumeName}': give one another name`);
    const problem = foreignProblem(`volume '${volumeName}'`, volume, this.workload);
    if (problem) addProblem(this.workload, problem);
    this.volumes.set(volumeName, volume);
    if ('volumeSource' in volume && !problem) noteClaim(this.workload, volume);
    if ('external' in volume && volume.external) addExternal(this.workload, volume.external);
  }

  /** The volumes that all pods of the workload share. */
  public get shared(): readonly Volume[] {
    return [...this.volumes.values()].filter((volume): volume is Volume => 'volumeSource' in volume);
  }

  /** The volumes that each replica has for itself. */
  public get claimTemplates(): readonly ClaimTemplate[] {
    return [...this.volumes.values()].filter((volume): volume is ClaimTemplate => !('volumeSource' in volume));
  }

  /** Whether there is a volume that outlives the pod. */
  public get persist(): boolean {
    const claims = this.shared.filter(
      ({ accessMode, volumeSource }) => accessMode !== undefined || volumeSource.persistentVolumeClaim !== undefined,
    );
    return claims.length + this.claimTemplates.length > 0;
  }

  public render(): readonly VolumeSpec[] {
    return this.shared.map(({ volumeName, volumeSource }) => ({ name: volumeName, ...volumeSource }));
  }
}
