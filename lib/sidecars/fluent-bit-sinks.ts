import type { CredentialKey } from '../config/credentials';
import type { OutputKind } from './fluent-bit-config';
import type {
  ElasticsearchOutput,
  FluentBitOutput,
  LokiOutput,
  OpensearchOutput,
  OtlpOutput,
} from './fluent-bit-output';
import type { SecretVariables, Sink } from './sink';

/** What an output becomes. */
export interface FluentBitSink {
  readonly section: OutputKind;
  /** The variables that the section refers to as `${NAME}`. */
  readonly secrets: SecretVariables;
  /** Where it sends to. @default - nowhere outside the container */
  readonly network?: { readonly id: string; readonly port: number; readonly connectTo: Sink['connectTo'] };
}

/**
 * An output as Fluent Bit takes it.
 *
 * @param workload the id of the workload whose logs are sent
 */
export function toSink(output: FluentBitOutput, workload: string): FluentBitSink {
  if (typeof output !== 'object') {
    return { section: { name: 'stdout', format: 'json_lines', json_date_format: 'iso8601' }, secrets: {} };
  }
  if ('loki' in output) return lokiSink(output.loki, workload);
  if ('elasticsearch' in output) return searchSink('elasticsearch', output.elasticsearch, workload);
  if ('opensearch' in output) return searchSink('opensearch', output.opensearch, workload);
  return otlpSink(output.otlp);
}

function lokiSink(sink: LokiOutput, workload: string): FluentBitSink {
  const { labels = { job: workload }, labelKeys, tenant, token } = sink;
  const port = sink.port ?? 3100;
  const login = loginOf('LOKI', sink);
  const section: OutputKind = {
    name: 'loki',
    ...networkOf(sink, port),
    ...login.keys,
    labels: Object.entries(labels)
      .map(([name, value]) => `${name}=${value}`)
      .join(', '),
    label_keys: labelKeys?.map((key) => `$${key}`).join(', '),
    tenant_id: tenant,
    bearer_token: token && '${LOKI_TOKEN}',
  };
  const secrets = { ...login.secrets, ...(token && { LOKI_TOKEN: token }) };
  return { section, secrets, network: { id: 'loki', port, connectTo: sink.connectTo } };
}

function searchSink(
  kind: 'elasticsearch' | 'opensearch',
  sink: ElasticsearchOutput | OpensearchOutput,
  workload: string,
): FluentBitSink {
  const { index = `\${POD_NAMESPACE}-${workload}`, path } = sink;
  const apiKey = 'apiKey' in sink ? sink.apiKey : undefined;
  const port = sink.port ?? 9200;
  const login = loginOf(kind.toUpperCase(), sink);
  const section: OutputKind = {
    name: kind === 'opensearch' ? 'opensearch' : 'es',
    ...networkOf(sink, port),
    ...login.keys,
    http_api_key: apiKey && '${ELASTICSEARCH_API_KEY}',
    index,
    path,
    suppress_type_name: 'on',
    // a chunk that is sent again must not be stored twice
    generate_id: 'on',
  };
  const secrets = { ...login.secrets, ...(apiKey && { ELASTICSEARCH_API_KEY: apiKey }) };
  return { section, secrets, network: { id: kind, port, connectTo: sink.connectTo } };
}

function otlpSink(sink: OtlpOutput): FluentBitSink {
  const { protocol = 'http', path, bodyKey } = sink;
  const port = sink.port ?? (protocol === 'grpc' ? 4317 : 4318);
  const login = loginOf('OTLP', sink);
  const section: OutputKind = {
    name: 'opentelemetry',
    ...networkOf(sink, port),
    ...login.keys,
    grpc: protocol === 'grpc' ? 'on' : undefined,
    logs_uri: path,
    logs_body_key: bodyKey && `$${bodyKey}`,
    logs_body_key_attributes: bodyKey === undefined ? undefined : true,
  };
  return { section, secrets: login.secrets, network: { id: 'otlp-logs', port, connectTo: sink.connectTo } };
}

function networkOf({ host, tls }: Sink, port: number) {
  return { host, port, ...(tls && ({ tls: 'on', 'tls.verify_hostname': 'on' } as const)) };
}

function loginOf(prefix: string, { user, password }: { user?: string | CredentialKey; password?: CredentialKey }) {
  const name = typeof user === 'object' ? `\${${prefix}_USER}` : user;
  return {
    keys: { http_user: name, http_passwd: password && `\${${prefix}_PASSWORD}` },
    secrets: {
      ...(typeof user === 'object' && { [`${prefix}_USER`]: user }),
      ...(password && { [`${prefix}_PASSWORD`]: password }),
    },
  };
}
