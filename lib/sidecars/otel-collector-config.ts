import { stringify } from 'yaml';

/**
 * The part of the OpenTelemetry Collector's configuration that we write.
 * https://opentelemetry.io/docs/collector/configuration/
 */
export interface OtelCollectorFile {
  readonly extensions: { readonly health_check: { readonly endpoint: string } };
  readonly receivers: {
    readonly prometheus?: { readonly config: { readonly scrape_configs: readonly ScrapeConfig[] } };
    readonly otlp?: { readonly protocols: Readonly<Record<'grpc' | 'http', { readonly endpoint: string }>> };
  };
  readonly processors: { readonly memory_limiter: MemoryLimiter; readonly batch?: Readonly<Record<string, never>> };
  readonly exporters: {
    readonly prometheus?: PrometheusExporter;
    readonly otlp_grpc?: OtlpExporter & { readonly tls?: { readonly insecure: boolean } };
    readonly otlp_http?: OtlpExporter;
  };
  readonly service: {
    readonly extensions: readonly ['health_check'];
    readonly telemetry: { readonly metrics: { readonly level: 'none' } };
    readonly pipelines: Readonly<Partial<Record<Signal, Pipeline>>>;
  };
}

/** What is collected. */
export type Signal = 'metrics' | 'traces' | 'logs';

/** What passes from where to where. */
export interface Pipeline {
  readonly receivers: readonly (keyof OtelCollectorFile['receivers'])[];
  readonly processors: readonly (keyof OtelCollectorFile['processors'])[];
  readonly exporters: readonly (keyof OtelCollectorFile['exporters'])[];
}

/** A target as Prometheus writes it. */
export interface ScrapeConfig {
  readonly job_name: string;
  readonly scrape_interval: string;
  readonly scheme?: 'https';
  readonly metrics_path: string;
  readonly params?: Readonly<Record<string, readonly string[]>>;
  readonly static_configs: readonly { readonly targets: readonly string[] }[];
}

interface MemoryLimiter {
  readonly check_interval: string;
  readonly limit_percentage: number;
  readonly spike_limit_percentage: number;
}

interface PrometheusExporter {
  readonly endpoint: string;
  readonly without_scope_info: true;
  readonly translation_strategy?: 'UnderscoreEscapingWithoutSuffixes';
}

interface OtlpExporter {
  readonly endpoint: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The configuration as the collector reads it. */
export function renderOtelCollectorFile(file: OtelCollectorFile): string {
  return stringify(file, { lineWidth: 0, indentSeq: false });
}
