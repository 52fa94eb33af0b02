import { Construct } from 'constructs';
import { Application } from '../application/application';
import { freeId } from '../application/free-id';
import { labelProblem, subdomainProblem, toDistinctLabel } from '../application/names';
import { addProblem } from '../application/problem';
import { PlainApiObject } from '../synth/plain-api-object';
import { accessModeProblem, type ClaimProps, claimProblems, claimSpec } from './claim-props';
import type { AccessMode, Volume, VolumeSource } from './volume';

/**
 * A volume that outlives its pods, as a PersistentVolumeClaim.
 * https://kubernetes.io/docs/concepts/storage/persistent-volumes/
 */
export class Claim extends Construct implements Volume {
  /**
   * A claim that exists already, or that somebody else creates.
   *
   * @param name the claim's name, in the application's namespace
   * @param accessMode how it may be mounted
   */
  public static fromExisting(name: string, accessMode: AccessMode): Volume {
    const problems = [subdomainProblem('the claim name', name), accessModeProblem(accessMode)];
    return {
      volumeName: toDistinctLabel(name),
      volumeSource: claimSource(name),
      external: { kind: 'PersistentVolumeClaim', name },
      accessMode,
      problems: problems.filter((problem) => problem !== undefined),
    };
  }

  public readonly volumeName: string;
  public readonly volumeSource: VolumeSource;
  public readonly accessMode: AccessMode;
  /** The claim's name. */
  public readonly name: string;

  /** @param id the claim's name, in a shared namespace behind the application's id */
  constructor(scope: Construct, id: string, props: ClaimProps) {
    super(scope, freeId(scope, id));
    const application = Application.of(this);
    this.name = application.objectName(id);
    this.volumeName = id;
    this.volumeSource = claimSource(this.name);
    this.accessMode = props?.accessMode;
    for (const problem of [labelProblem('id', id), ...claimProblems('Claim', props)])
      if (problem) addProblem(this, problem);
    new PlainApiObject(
      this,
      'claim',
      {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name: this.name, labels: application.objectLabels(id) },
      },
      () => ({ spec: claimSpec(props, application.environment.storageClass) }),
    );
  }
}

function claimSource(claimName: string): VolumeSource {
  return { persistentVolumeClaim: { claimName } };
}
