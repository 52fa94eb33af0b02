import type { CredentialKey } from '../config/credentials';
import type { Sink } from './sink';

/** Where Fluent Bit sends records: one of these. */
export type FluentBitOutput =
  /** The container's own output, one JSON object a line: for clusters that collect what containers print. */
  | 'stdout'
  | { readonly loki: LokiOutput }
  | { readonly elasticsearch: ElasticsearchOutput }
  | { readonly opensearch: OpensearchOutput }
  | { readonly otlp: OtlpOutput };

/** A name and a password. */
interface Login {
  /** The user's name. @default - none */
  readonly user?: string | CredentialKey;
  /** The user's password, in a Secret. @default - none */
  readonly password?: CredentialKey;
}

/** Grafana Loki, by default on port 3100. https://docs.fluentbit.io/manual/data-pipeline/outputs/loki */
export interface LokiOutput extends Sink, Login {
  /** Labels of the stream; each combination of values is a stream of its own. @default - `job`, the workload's id */
  readonly labels?: Readonly<Record<string, string>>;
  /** Fields of the record that become labels, such as `level`; fields with few values. @default - none */
  readonly labelKeys?: readonly string[];
  /** The tenant (`X-Scope-OrgID`). @default - none, for a Loki without tenants */
  readonly tenant?: string;
  /** A bearer token instead of a user. @default - none */
  readonly token?: CredentialKey;
}

/**
 * Elasticsearch 8 or newer, by default on port 9200.
 * https://docs.fluentbit.io/manual/data-pipeline/outputs/elasticsearch
 */
export interface ElasticsearchOutput extends Sink, Login {
  /** The index or data stream. @default - the application's namespace and the workload's id, as in `shop-web` */
  readonly index?: string;
  /** The path before `/_bulk`, behind a proxy. @default - none */
  readonly path?: string;
  /** An API key, in base64, instead of a user. @default - none */
  readonly apiKey?: CredentialKey;
}

/** OpenSearch, by default on port 9200. https://docs.fluentbit.io/manual/data-pipeline/outputs/opensearch */
export type OpensearchOutput = Omit<ElasticsearchOutput, 'apiKey'>;

/**
 * OpenTelemetry, by default over HTTP on port 4318.
 * https://docs.fluentbit.io/manual/data-pipeline/outputs/opentelemetry
 */
export interface OtlpOutput extends Sink, Login {
  /** How records are sent. @default - 'http'; 'grpc' is by default on port 4317 */
  readonly protocol?: 'http' | 'grpc';
  /** The path for logs, over HTTP. @default - '/v1/logs' */
  readonly path?: string;
  /** The field of the record that is the body; the others become attributes. @default - the whole record is the body */
  readonly bodyKey?: string;
}
