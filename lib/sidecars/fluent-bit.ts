import { type EnvValue, field } from '../config/env-source';
import type { Mounted } from '../containers/mounts';
import type { ResourcePreset, Resources } from '../containers/resources';
import { type Names, unknownNames } from '../application/unknown-names';
import { parseQuantity } from '../manifest/quantity';
import { EmptyDir } from '../storage/empty-dir';
import { type LogParsing, parsingProblems, toFluentBitFile } from './fluent-bit-file';
import { renderFluentBitFile } from './fluent-bit-config';
import type { FluentBitOutput } from './fluent-bit-output';
import { outputProblems } from './fluent-bit-output-problems';
import { type FluentBitSink, toSink } from './fluent-bit-sinks';
import { addLogRotation, type LogFiles, type LogRotation } from './log-rotation';
import { isSecond } from './is-second';
import type { Sidecar, SidecarHost } from './sidecar';
import { targetOfSink } from './sink';

/** Which log files are read, and where their lines go. */
export interface FluentBitProps {
  /** The log files: a folder and a pattern for names in it, such as `/var/log/shop/*.log`. */
  readonly tail: string;
  /** What a line is: a JSON object, or text. @default - 'json'; a line that is none is sent as text */
  readonly parse?: LogParsing;
  /** Where records go. @default - 'stdout' */
  readonly output?: FluentBitOutput;
  /**
   * The size of the log volume. A pod whose volume exceeds it is evicted, hence `rotate`.
   *
   * @default - '256Mi'; a volume that the workload has mounted at the folder already is used as it is
   */
  readonly size?: string;
  /**
   * How the volume stays below its size: a container empties the files in place, for a writer that appends (`O_APPEND`);
   * or the application removes old files itself.
   *
   * @default - a container looks every 10 seconds, and empties the files at a quarter of the size
   */
  readonly rotate?: LogRotation | 'application';
  /** The size of the volume for positions and for what could not be sent yet; the oldest is dropped. @default - '128Mi' */
  readonly bufferSize?: string;
  /** The image, with a tag or a digest. @default - 'docker.io/fluent/fluent-bit:5.1.1' */
  readonly image?: string;
  /** What the agent needs and may use. @default - 'tiny': 10m of CPU, 64Mi of memory, which is also the memory limit */
  readonly resources?: ResourcePreset | Resources;
}

const NAMES: Names<FluentBitProps> = {
  tail: true,
  parse: true,
  output: true,
  size: true,
  rotate: true,
  bufferSize: true,
  image: true,
  resources: true,
};
const CONFIG = '/etc/fluent-bit';
const STATE = '/var/lib/fluent-bit';
const PORT = 2020;

/**
 * Reads the log files of an application and sends them on. It runs as the workload's user, as applications often let
 * nobody else read their logs. https://docs.fluentbit.io
 */
export class FluentBit implements Sidecar {
  constructor(private readonly props: FluentBitProps) {}

  public bind(pod: SidecarHost): void {
    if (isSecond(pod, 'FluentBit')) return;
    const problems = this.problems();
    for (const problem of problems) pod.report(problem);
    if (problems.length > 0) return;
    const { tail, output = 'stdout', rotate = {} } = this.props;
    const end = tail.lastIndexOf('/');
    const files = this.shareLogs(pod, tail.slice(0, end), tail.slice(end + 1));
    const sink = toSink(output, pod.id);
    this.addAgent(pod, files, sink);
    if (rotate !== 'application') addLogRotation(pod, rotate, files);
    if (sink.network?.connectTo) {
      pod.connectTo(targetOfSink(sink.network.id, sink.network.connectTo, sink.network.port));
    }
  }

  /** The volume with the logs: the one that the workload has there, or a new one. */
  private shareLogs(pod: SidecarHost, folder: string, names: string): LogFiles {
    const existing = pod.volumeAt(folder);
    if (existing) {
      if (this.props.size !== undefined) {
        pod.report(
          `size (${this.props.size}) has no effect, as the workload has mounted a volume at ${folder}: remove size, or that volume`,
        );
      }
      return { folder, names, volume: existing, limit: limitOf(existing) };
    }
    const volume = new EmptyDir('logs', { size: this.props.size ?? '256Mi' });
    pod.main.mount(folder, volume);
    return { folder, names, volume, limit: limitOf(volume) };
  }

  /** No readiness probe: a workload whose logs do not arrive still answers requests. */
  private addAgent(pod: SidecarHost, { folder, volume }: LogFiles, sink: FluentBitSink): void {
    const { tail, parse = 'json', image, resources, bufferSize = '128Mi' } = this.props;
    const buffer = parseQuantity(bufferSize) ?? 0;
    const file = toFluentBitFile({ tail, parse, sink, buffer, state: STATE, port: PORT, workload: pod.id });
    const config = pod.addConfig('fluent-bit', { data: { 'fluent-bit.yaml': renderFluentBitFile(file) } });
    const agent = pod.addSidecarContainer('fluent-bit', {
      image: image ?? 'docker.io/fluent/fluent-bit:5.1.1',
      command: ['/fluent-bit/bin/fluent-bit'],
      args: ['-c', `${CONFIG}/fluent-bit.yaml`],
      ports: { 'fluent-bit': PORT },
      secrets: sink.secrets,
      env: sink.network ? identity() : {},
      resources: resources ?? 'tiny',
      // not /api/v1/health, which fails while the sink does: a restart would help nobody and make the pod unready
      health: { live: { http: '/api/v1/uptime', periodSeconds: 30, timeoutSeconds: 5, failureThreshold: 5 } },
    });
    agent.mount(CONFIG, config);
    agent.mount(folder, volume, { readOnly: true });
    agent.mount(STATE, new EmptyDir('fluent-bit', { size: bufferSize }));
  }

  private problems(): readonly string[] {
    if (!this.props) return unknownNames('FluentBit', this.props, NAMES);
    const { tail, parse, output = 'stdout', rotate, bufferSize = '128Mi' } = this.props;
    const problems = [
      ...unknownNames('FluentBit', this.props, NAMES),
      /^\/[^*?[\],\s]+\/[^/,\s]+$/.test(tail)
        ? undefined
        : `tail is '${tail}': write one folder without wildcards, and a pattern for the names in it, such as '/var/log/shop/*.log'`,
      ...parsingProblems(parse),
      ...outputProblems(output),
      rotate === undefined || rotate === 'application' || typeof rotate === 'object'
        ? undefined
        : `rotate is '${String(rotate)}': use 'application', or { at: '64Mi' }`,
      (parseQuantity(bufferSize) ?? 0) >= 16 * 2 ** 20
        ? undefined
        : `bufferSize is '${bufferSize}': write a quantity from '16Mi' on, as Fluent Bit buffers in pieces of 2 MB`,
    ];
    return problems.filter((problem) => problem !== undefined);
  }
}

/** Who wrote a record. */
function identity(): Readonly<Record<string, EnvValue>> {
  return { POD_NAMESPACE: field('metadata.namespace'), POD_NAME: field('metadata.name') };
}

function limitOf(volume: Mounted): number | undefined {
  return 'volumeSource' in volume ? parseQuantity(volume.volumeSource.emptyDir?.sizeLimit) : undefined;
}
