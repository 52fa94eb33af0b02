import { stringify } from 'yaml';

/**
 * The part of Fluent Bit's YAML configuration that we write, with the names of Fluent Bit 5. Sizes are in bytes, or with
 * `K` or `M` in thousands or millions of them.
 * https://docs.fluentbit.io/manual/administration/configuring-fluent-bit/yaml
 */
export interface FluentBitFile {
  readonly service: Service;
  readonly parsers?: readonly JsonParser[];
  readonly pipeline: {
    readonly inputs: readonly TailInput[];
    readonly filters?: readonly RecordModifier[];
    readonly outputs: readonly OutputSection[];
  };
}

type Switch = 'on' | 'off';

interface Service {
  /** Seconds between two flushes. */
  readonly flush: number;
  /** Seconds for the last flush when it ends. */
  readonly grace: number;
  readonly http_server: Switch;
  readonly http_listen: string;
  readonly http_port: number;
  readonly health_check: Switch;
  /** The most seconds between two retries. */
  readonly 'scheduler.cap': number;
  readonly 'storage.path': string;
  /** Buffered chunks, of up to 2 MB, that are in memory at a time. */
  readonly 'storage.max_chunks_up': number;
}

interface JsonParser {
  readonly name: 'json';
  readonly format: 'json';
  readonly time_key?: string;
  readonly time_format?: string;
  readonly time_keep?: Switch;
}

interface TailInput {
  readonly name: 'tail';
  readonly path: string;
  readonly parser?: 'json';
  readonly db: string;
  readonly 'db.locking': boolean;
  readonly read_from_head: boolean;
  /** Seconds until a new file is noticed. */
  readonly refresh_interval: number;
  readonly buffer_max_size: string;
  readonly skip_long_lines: Switch;
  readonly 'storage.type': 'filesystem';
}

interface RecordModifier {
  readonly name: 'record_modifier';
  readonly match: string;
  /** Each a field, a space and its value. */
  readonly record: readonly string[];
}

/** What every output has. */
export interface Buffered {
  readonly match: string;
  readonly retry_limit: 'no_limits';
  readonly 'storage.total_limit_size': string;
}

interface Network {
  readonly host: string;
  readonly port: number;
  readonly tls?: Switch;
  readonly 'tls.verify_hostname'?: Switch;
  readonly http_user?: string;
  readonly http_passwd?: string;
}

interface StdoutSection {
  readonly name: 'stdout';
  readonly format: 'json_lines';
  readonly json_date_format: 'iso8601';
}

interface LokiSection extends Network {
  readonly name: 'loki';
  readonly labels: string;
  readonly label_keys?: string;
  readonly tenant_id?: string;
  readonly bearer_token?: string;
}

interface ElasticsearchSection extends Network {
  readonly name: 'es' | 'opensearch';
  readonly index: string;
  readonly path?: string;
  readonly suppress_type_name: Switch;
  readonly generate_id: Switch;
  readonly http_api_key?: string;
}

interface OpentelemetrySection extends Network {
  readonly name: 'opentelemetry';
  readonly grpc?: Switch;
  readonly logs_uri?: string;
  readonly logs_body_key?: string;
  readonly logs_body_key_attributes?: boolean;
}

/** What one kind of output has of its own. */
export type OutputKind = StdoutSection | LokiSection | ElasticsearchSection | OpentelemetrySection;

type OutputSection = OutputKind & Buffered;

/** The configuration as Fluent Bit reads it. */
export function renderFluentBitFile(file: FluentBitFile): string {
  return stringify(file, { lineWidth: 0, indentSeq: false });
}
