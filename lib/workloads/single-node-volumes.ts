import type { Volume } from '../storage/volume';

/** The volumes that the pods of one node can have, or one pod alone. */
export function singleNodeVolumes(volumes: readonly Volume[]): readonly Volume[] {
  return volumes.filter(({ accessMode }) => accessMode?.startsWith('ReadWriteOnce'));
}
