import { type Names, unknownNames } from '../application/unknown-names';
import { sizeProblem } from './size-problem';
import type { Volume, VolumeSource } from './volume';

/** How large a scratch volume may grow, and on what. */
export interface EmptyDirProps {
  /** The limit, a quantity such as `1Gi`, at least `1Mi`. A pod that exceeds it is evicted, so give what it needs at most. */
  readonly size: string;
  /** `Memory` is counted against the containers' memory limits, and full instead of evicted. @default - the node's disk */
  readonly medium?: 'Memory';
}

const NAMES: Names<EmptyDirProps> = { size: true, medium: true };

/**
 * A scratch volume that lives as long as its pod.
 * https://kubernetes.io/docs/concepts/storage/volumes/#emptydir
 */
export class EmptyDir implements Volume {
  public readonly volumeName: string;
  public readonly volumeSource: VolumeSource;
  public readonly problems: readonly string[];

  /** @param name the volume's name in the pod */
  constructor(name: string, props: EmptyDirProps) {
    this.problems = problemsOf(props);
    this.volumeName = name;
    this.volumeSource = { emptyDir: { medium: props?.medium, sizeLimit: props?.size } };
  }
}

function problemsOf(props: EmptyDirProps): readonly string[] {
  if (!props) return unknownNames('EmptyDir', props, NAMES);
  const { size, medium } = props;
  const problems = [
    ...unknownNames('EmptyDir', props, NAMES),
    sizeProblem(size, "'100Mi' or '1Gi'"),
    [undefined, 'Memory'].includes(medium)
      ? undefined
      : `medium is '${medium}': use 'Memory', or leave it out for the node's disk`,
  ];
  return problems.filter((problem) => problem !== undefined);
}
