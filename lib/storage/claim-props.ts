import { subdomainProblem } from '../application/names';
import { type Names, unknownNames } from '../application/unknown-names';
import type { PersistentVolumeClaimSpec } from '../synth/kubernetes';
import { sizeProblem } from './size-problem';
import type { AccessMode } from './volume';

const ACCESS_MODES: readonly AccessMode[] = ['ReadWriteOnce', 'ReadWriteOncePod', 'ReadWriteMany', 'ReadOnlyMany'];

/** What is claimed. */
export interface ClaimProps {
  /** The size, a quantity such as `10Gi`, at least `1Mi`. It can grow later where the class allows it, never shrink. */
  readonly size: string;
  /** How the volume may be mounted: `ReadWriteOnce` fits one node, so one replica. */
  readonly accessMode: AccessMode;
  /** The StorageClass. @default - the environment's, or else the cluster's default class */
  readonly storageClass?: string;
}

const NAMES: Names<ClaimProps> = { size: true, accessMode: true, storageClass: true };

/** The specification of a claim. */
export function claimSpec(props: ClaimProps, defaultClass: string | undefined): PersistentVolumeClaimSpec {
  return {
    accessModes: [props.accessMode],
    resources: { requests: { storage: props.size } },
    storageClassName: props.storageClass ?? defaultClass,
  };
}

/**
 * What is wrong with what is claimed.
 *
 * @param what the user's word for it: `Claim` or `ClaimTemplate`
 */
export function claimProblems(what: string, props: ClaimProps): readonly string[] {
  if (!props) return unknownNames(what, props, NAMES);
  const { size, accessMode, storageClass } = props;
  const problems = [
    ...unknownNames(what, props, NAMES),
    sizeProblem(size, "'10Gi'"),
    accessModeProblem(accessMode),
    storageClass ? subdomainProblem('storageClass', storageClass) : undefined,
  ];
  return problems.filter((problem) => problem !== undefined);
}

/** What is wrong with an access mode. */
export function accessModeProblem(accessMode: AccessMode): string | undefined {
  if (ACCESS_MODES.includes(accessMode)) return undefined;
  return `accessMode is '${accessMode}': say how the volume may be mounted, with one of ${ACCESS_MODES.join(', ')}`;
}
