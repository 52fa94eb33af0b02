import { type Names, unknownNames } from '../application/unknown-names';
import type { FluentBitFile } from './fluent-bit-config';
import type { FluentBitSink } from './fluent-bit-sinks';

/** What a line of a log file is. */
export type LogParsing = 'json' | 'none' | { readonly json: JsonParsing };

/** A JSON object that says when it was written. Without it, the time at which the line was read counts. */
export interface JsonParsing {
  /** The field with the time, such as `time`; it stays in the record. */
  readonly timeKey: string;
  /**
   * How the time is written, as for `strptime`, with `%L` for a fraction of the second.
   *
   * @default - '%Y-%m-%dT%H:%M:%S.%L%z', as RFC 3339
   */
  readonly timeFormat?: string;
}

const NAMES: Names<JsonParsing> = { timeKey: true, timeFormat: true };

/** What the configuration file depends on. */
interface FluentBitSettings {
  readonly tail: string;
  readonly parse: LogParsing;
  readonly sink: FluentBitSink;
  /** The size of the volume for positions and buffers, in bytes. */
  readonly buffer: number;
  /** The path of that volume. */
  readonly state: string;
  readonly port: number;
  readonly workload: string;
}

/** The configuration file of an agent that sends some log files to one sink. */
export function toFluentBitFile(settings: FluentBitSettings): FluentBitFile {
  const { tail, parse, sink, state, port } = settings;
  return {
    service: {
      flush: 1,
      grace: 5,
      http_server: 'on',
      http_listen: '0.0.0.0',
      http_port: port,
      health_check: 'on',
      'scheduler.cap': 60,
      'storage.path': `${state}/buffer`,
      'storage.max_chunks_up': 8,
    },
    parsers: parse === 'none' ? undefined : [parserOf(parse)],
    pipeline: {
      inputs: [tailInput(tail, parse, state)],
      filters: sink.network && [identify(settings.workload)],
      outputs: [{ ...sink.section, ...bufferedIn(settings.buffer) }],
    },
  };
}

/** What is wrong with what lines are said to be. */
export function parsingProblems(parse: LogParsing = 'json'): readonly string[] {
  if (parse === 'json' || parse === 'none') return [];
  if (typeof parse !== 'object' || typeof parse.json !== 'object') {
    return [`parse is '${String(parse)}': use 'json', 'none', or { json: { timeKey: 'time' } }`];
  }
  const problems = unknownNames('parse.json', parse.json, NAMES);
  if (parse.json.timeKey) return problems;
  return [...problems, `parse.json.timeKey is missing: name the field with the time, or use parse: 'json'`];
}

function parserOf(parse: Exclude<LogParsing, 'none'>): NonNullable<FluentBitFile['parsers']>[number] {
  if (parse === 'json') return { name: 'json', format: 'json' };
  const { timeKey, timeFormat = '%Y-%m-%dT%H:%M:%S.%L%z' } = parse.json;
  return { name: 'json', format: 'json', time_key: timeKey, time_format: timeFormat, time_keep: 'on' };
}

function tailInput(path: string, parse: LogParsing, state: string): FluentBitFile['pipeline']['inputs'][number] {
  return {
    name: 'tail',
    path,
    parser: parse === 'none' ? undefined : 'json',
    db: `${state}/positions.db`,
    'db.locking': true,
    read_from_head: true,
    refresh_interval: 5,
    buffer_max_size: '1M',
    skip_long_lines: 'on',
    'storage.type': 'filesystem',
  };
}

/** A sink outside the pod has to be told where a record comes from. */
function identify(workload: string): NonNullable<FluentBitFile['pipeline']['filters']>[number] {
  return {
    name: 'record_modifier',
    match: '*',
    record: ['k8s_namespace ${POD_NAMESPACE}', `k8s_workload ${workload}`, 'k8s_pod ${POD_NAME}'],
  };
}

/** Tries for as long as half of the volume lasts; the other half is for positions, and for pieces that are being written. */
function bufferedIn(bytes: number) {
  const limit = `${Math.floor(bytes / 2 / 1e6)}M`;
  return { match: '*', retry_limit: 'no_limits', 'storage.total_limit_size': limit } as const;
}
