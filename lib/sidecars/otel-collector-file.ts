import type { CredentialKey } from '../config/credentials';
import type { OtelCollectorFile, Pipeline, ScrapeConfig, Signal } from './otel-collector-config';
import type { OtelCollectorProps, OtlpExport, PrometheusExport, Scrape } from './otel-collector-props';

/** Where the kubelet asks how the collector is. */
export const HEALTH_PORT = 13133;

/** What is scraped, as a list. */
export function listScrapes(scrape: OtelCollectorProps['scrape']): readonly Scrape[] {
  const list = scrape === undefined ? [] : [scrape].flat();
  return list.map((each) => (typeof each === 'string' ? { url: each } : each));
}

/** The port on which a Prometheus reads metrics, unless they are sent. */
export function prometheusPort(output: OtelCollectorProps['export'] = { prometheus: {} }): number | undefined {
  return 'prometheus' in output ? (output.prometheus.port ?? 8889) : undefined;
}

/**
 * The configuration file of a collector.
 *
 * @param job how metrics that are scraped are labelled
 */
export function toOtelCollectorFile(props: OtelCollectorProps, job: string): OtelCollectorFile {
  const { receive, export: output = { prometheus: {} } } = props;
  const scrapes = listScrapes(props.scrape);
  const sends = 'otlp' in output;
  return {
    extensions: { health_check: { endpoint: `0.0.0.0:${HEALTH_PORT}` } },
    receivers: {
      prometheus:
        scrapes.length > 0 ? { config: { scrape_configs: scrapes.map(scrapeConfig(job, scrapes.length)) } } : undefined,
      otlp: receive && { protocols: { grpc: { endpoint: '127.0.0.1:4317' }, http: { endpoint: '127.0.0.1:4318' } } },
    },
    processors: {
      // of the container's limit, which the collector reads from its cgroup
      memory_limiter: { check_interval: '1s', limit_percentage: 80, spike_limit_percentage: 20 },
      batch: sends ? {} : undefined,
    },
    exporters: sends ? otlpExporter(output.otlp) : prometheusExporter(output.prometheus, receive !== undefined),
    service: {
      extensions: ['health_check'],
      telemetry: { metrics: { level: 'none' } },
      pipelines: pipelinesOf(scrapes.length > 0, receive !== undefined, output),
    },
  };
}

/** The variables that hold secret headers, by name. */
export function secretHeaders({ headers = {} }: OtlpExport): Readonly<Record<string, CredentialKey>> {
  const secret = Object.entries(headers).filter((entry): entry is [string, CredentialKey] => isCredential(entry[1]));
  return Object.fromEntries(secret.map(([name, credential]) => [headerVariable(name), credential]));
}

function scrapeConfig(job: string, count: number): (scrape: Scrape, index: number) => ScrapeConfig {
  return ({ url, everySeconds = 30 }, index) => {
    const { protocol, host, port, pathname, searchParams } = new URL(url);
    const scheme = protocol === 'https:' ? 'https' : undefined;
    const params = [...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)] as const);
    return {
      // names of jobs are unique
      job_name: count === 1 ? job : `${job}-${index + 1}`,
      scrape_interval: `${everySeconds}s`,
      scheme,
      metrics_path: pathname === '/' ? '/metrics' : pathname,
      params: params.length > 0 ? Object.fromEntries(params) : undefined,
      static_configs: [{ targets: [port === '' ? `${host}:${scheme ? 443 : 80}` : host] }],
    };
  };
}

/** Metrics that were scraped keep their names and labels; those over OTLP get unit and `_total`, as Prometheus expects. */
function prometheusExporter(output: PrometheusExport, receives: boolean): OtelCollectorFile['exporters'] {
  const endpoint = `0.0.0.0:${prometheusPort({ prometheus: output })}`;
  const strategy = receives ? undefined : 'UnderscoreEscapingWithoutSuffixes';
  return { prometheus: { endpoint, without_scope_info: true, translation_strategy: strategy } };
}

function otlpExporter({ endpoint, protocol = 'http', headers = {} }: OtlpExport): OtelCollectorFile['exporters'] {
  const values = Object.entries(headers).map(
    ([name, value]) =>
      [name, isCredential(value) ? `\${env:${headerVariable(name)}}` : value.replaceAll('$', '$$$$')] as const,
  );
  const exporter = { endpoint, headers: values.length > 0 ? Object.fromEntries(values) : undefined };
  if (protocol === 'http') return { otlp_http: exporter };
  const insecure = endpoint.startsWith('http:');
  return { otlp_grpc: { ...exporter, tls: insecure ? { insecure } : undefined } };
}

function pipelinesOf(scrapes: boolean, receives: boolean, output: NonNullable<OtelCollectorProps['export']>) {
  const pipeline = (receivers: Pipeline['receivers']): Pipeline =>
    'otlp' in output
      ? {
          receivers,
          processors: ['memory_limiter', 'batch'],
          exporters: [output.otlp.protocol === 'grpc' ? 'otlp_grpc' : 'otlp_http'],
        }
      : { receivers, processors: ['memory_limiter'], exporters: ['prometheus'] };
  const metrics = pipeline([...(scrapes ? (['prometheus'] as const) : []), ...(receives ? (['otlp'] as const) : [])]);
  const others: readonly Signal[] = receives && 'otlp' in output ? ['traces', 'logs'] : [];
  return Object.fromEntries([['metrics', metrics], ...others.map((signal) => [signal, pipeline(['otlp'])])]);
}

function headerVariable(name: string): string {
  return `OTLP_HEADER_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`;
}

function isCredential(value: string | CredentialKey): value is CredentialKey {
  return typeof value === 'object';
}
