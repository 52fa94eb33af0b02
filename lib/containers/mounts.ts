import { posix } from 'node:path';
import { Volume as Cdk8sVolume } from 'cdk8s-plus-28';
import { labelProblem } from '../application/names';
import { type Names, unknownNames } from '../application/unknown-names';
import { fromCdk8sVolume } from '../storage/cdk8s-volume';
import type { ClaimTemplate } from '../storage/claim-template';
import type { MountOptions, Volume } from '../storage/volume';
import type { VolumeMount } from '../synth/kubernetes';

const OPTIONS: Names<MountOptions> = { readOnly: true, subPath: true };

/** What `mount` takes: a volume of ours or of cdk8s-plus. */
export type Mountable = Volume | Cdk8sVolume;

/** What a container can have mounted. */
export type Mounted = Volume | ClaimTemplate;

/** A volume with the path and the way in which it is mounted. */
export interface Mount {
  readonly path: string;
  readonly volume: Mounted;
  readonly options: MountOptions;
}

/** Whether there is a volume to mount. */
export function isMountable(volume: unknown): boolean {
  return typeof volume === 'object' && volume !== null && ('volumeName' in volume || volume instanceof Cdk8sVolume);
}

/** A volume of ours, whatever was given. */
export function toVolume(volume: Mountable | ClaimTemplate): Mounted {
  return volume instanceof Cdk8sVolume ? fromCdk8sVolume(volume) : volume;
}

/** A mount as Kubernetes writes it. */
export function renderMount({ path, volume, options }: Mount): VolumeMount {
  const readOnly = options.readOnly ?? ('readOnly' in volume ? volume.readOnly : undefined);
  return { name: volume.volumeName, mountPath: path, subPath: options.subPath, readOnly: readOnly || undefined };
}

/** What is wrong with a mount, among those that are there already. */
export function mountProblems({ path, volume, options }: Mount, others: readonly Mount[]): readonly string[] {
  const what = `mount('${path}', ${volume.volumeName})`;
  const problems = [
    ...unknownNames(`${what}: options`, options, OPTIONS),
    labelProblem(`${what}: the volume`, volume.volumeName),
    /^\/+[^/:]/.test(path) && !path.includes(':') && !leaves(path)
      ? undefined
      : `${what}: '${path}' is no path to mount at: write an absolute path below '/', without ':' and '..'`,
    twinProblem(what, path, others),
    'readOnly' in volume && volume.readOnly && options.readOnly === false
      ? `${what}: the volume can only be read: remove readOnly: false, or copy it to a volume of its own`
      : undefined,
    options.subPath !== undefined && (options.subPath.startsWith('/') || leaves(options.subPath))
      ? `${what}: subPath '${options.subPath}' leaves the volume: write a relative path without '..'`
      : undefined,
    ...(volume.problems ?? []).map((problem) => `volume '${volume.volumeName}': ${problem}`),
  ];
  return problems.filter((problem) => problem !== undefined);
}

function twinProblem(what: string, path: string, others: readonly Mount[]): string | undefined {
  const twin = others.find((other) => posix.join(other.path, '/') === posix.join(path, '/'));
  if (!twin) return undefined;
  const remedy = twin.path === '/tmp' ? 'say tmp: false, or use another path' : 'use another path';
  return `${what}: '${path}' is mounted already, from volume '${twin.volume.volumeName}': ${remedy}`;
}

function leaves(path: string): boolean {
  return path.split('/').includes('..');
}
