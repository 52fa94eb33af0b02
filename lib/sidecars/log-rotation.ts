import type { Mounted } from '../containers/mounts';
import type { ResourcePreset, Resources } from '../containers/resources';
import { type Names, unknownNames } from '../application/unknown-names';
import { parseQuantity } from '../manifest/quantity';
import type { SidecarHost } from './sidecar';

/** When log files are emptied, for an application that never does it. */
export interface LogRotation {
  /**
   * The files in the volume together, as a quantity such as `64Mi`, from which on they are emptied. At most half of the
   * volume, so that there is room for what is written until the next look.
   *
   * @default - a quarter of the volume, or 64Mi where its size is not known
   */
  readonly at?: string;
  /** Seconds between two looks. @default - 10 */
  readonly everySeconds?: number;
  /** An image with `sh`, `du` and `find`. @default - 'docker.io/library/busybox:1.37.0' */
  readonly image?: string;
  /** What the container that empties the files needs and may use. @default - 5m of CPU, 16Mi of memory, which is also the memory limit */
  readonly resources?: ResourcePreset | Resources;
}

/** The log files of a pod. */
export interface LogFiles {
  readonly folder: string;
  /** Their names, a pattern such as `*.log`. */
  readonly names: string;
  readonly volume: Mounted;
  /** The volume's limit in bytes. @default - not known */
  readonly limit?: number;
}

/**
 * Looks now and then how full a folder is, and empties the log files in it where they are. A writer that appends goes on
 * at the new end, and a reader starts again. It ends at once when it is told to: a shell that waits for `sleep` in the
 * foreground would hear of it only afterwards. There is no `$(…)` in it, as Kubernetes would look for a variable.
 *
 * Arguments: the folder, the names, the limit in KiB, the seconds between two looks.
 */
export const LOG_ROTATION_SCRIPT = `trap 'kill "$!" 2>/dev/null; exit 0' TERM INT
while true; do
  du -sk "$1" | while read -r used _; do
    if [ "$used" -ge "$3" ]; then
      echo "$used KiB of logs in $1: emptying $2"
      find "$1" -maxdepth 1 -type f -name "$2" -exec sh -c ': > "$0"' {} ';'
    fi
  done
  sleep "$4" &
  wait "$!"
done
`;

const NAMES: Names<LogRotation> = { at: true, everySeconds: true, image: true, resources: true };
const DEFAULT_AT = 64 * 2 ** 20;

/** Adds the container that empties log files. */
export function addLogRotation(pod: SidecarHost, rotation: LogRotation, files: LogFiles): void {
  const { folder, names, limit, volume } = files;
  const { everySeconds = 10, image = 'docker.io/library/busybox:1.37.0' } = rotation;
  const at = rotation.at === undefined ? undefined : (parseQuantity(rotation.at) ?? 0);
  for (const problem of rotationProblems(rotation, files)) pod.report(problem);
  const kibibytes = Math.floor((at ?? (limit === undefined ? DEFAULT_AT : limit / 4)) / 1024);
  const container = pod.addSidecarContainer('log-rotate', {
    image,
    command: ['sh', '-c', LOG_ROTATION_SCRIPT],
    args: ['log-rotate', folder, names, String(kibibytes), String(everySeconds)],
    resources: rotation.resources ?? { cpu: '5m', memory: '16Mi' },
  });
  container.mount(folder, volume);
}

function rotationProblems(rotation: LogRotation, { limit }: LogFiles): readonly string[] {
  const { at, everySeconds = 10 } = rotation;
  const bytes = at === undefined ? undefined : parseQuantity(at);
  const problems = [
    ...unknownNames('rotate', rotation, NAMES),
    at === undefined || (bytes !== undefined && bytes >= 2 ** 20)
      ? undefined
      : `rotate.at is '${at}': write a quantity from '1Mi' on, such as '64Mi'`,
    bytes !== undefined && limit !== undefined && bytes > limit / 2
      ? `rotate.at (${at}) must be at most half of the volume (${Math.floor(limit / 2 ** 20)}Mi), or the pod may be evicted before a look: lower it, or raise size`
      : undefined,
    Number.isInteger(everySeconds) && everySeconds >= 1
      ? undefined
      : `rotate.everySeconds is ${everySeconds}: use a whole number of seconds from 1 on`,
  ];
  return problems.filter((problem) => problem !== undefined);
}
