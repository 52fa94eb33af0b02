import type { Peer } from '../application/peer';
import type { CredentialKey } from '../config/credentials';
import type { ResourcePreset, Resources } from '../containers/resources';
import type { ConnectionTarget } from '../network/connection';

/** What a collector collects in its pod, and who gets it. */
export interface OtelCollectorProps {
  /**
   * Metrics in the format of Prometheus that are read in the pod, such as `http://127.0.0.1:8080/metrics`. `localhost`
   * may mean `::1` first, where many servers do not listen.
   *
   * @default - none
   */
  readonly scrape?: string | Scrape | readonly (string | Scrape)[];
  /**
   * Whether the workload sends metrics, and with an export over OTLP traces and logs: on 127.0.0.1, port 4317 for gRPC
   * and 4318 for HTTP. The workload gets `OTEL_EXPORTER_OTLP_ENDPOINT` and its kin.
   *
   * @default - no
   */
  readonly receive?: 'otlp';
  /** Who gets what is collected. @default - { prometheus: {} }: the environment's `metricsFrom` may read port 8889 */
  readonly export?: { readonly prometheus: PrometheusExport } | { readonly otlp: OtlpExport };
  /** The image, with a tag or a digest. @default - 'docker.io/otel/opentelemetry-collector-contrib:0.159.0' */
  readonly image?: string;
  /** What the collector needs and may use. @default - 10m of CPU, 128Mi of memory, which is also the memory limit */
  readonly resources?: ResourcePreset | Resources;
}

/** Metrics that are read over HTTP in the pod. */
export interface Scrape {
  readonly url: string;
  /** Seconds between two readings. @default - 30 */
  readonly everySeconds?: number;
}

/** Metrics for a Prometheus to read. */
export interface PrometheusExport {
  /** The port that a Prometheus reads. @default - 8889 */
  readonly port?: number;
}

/** Somebody who takes OTLP, such as another collector. */
export interface OtlpExport {
  /** A URL such as `http://collector.monitoring:4318`; with `https` the certificate is verified. */
  readonly endpoint: string;
  /** How it is sent: over HTTP, or gRPC. @default - 'http' */
  readonly protocol?: 'http' | 'grpc';
  /** Headers of each request; a secret one comes from credentials. @default - none */
  readonly headers?: Readonly<Record<string, string | CredentialKey>>;
  /**
   * Who answers at the endpoint; the network policies open the way there. `{ namespace: 'monitoring' }`, an address
   * range, a workload or `Internet.https()`.
   *
   * @default - nobody, which only does for an endpoint in the pod
   */
  readonly connectTo?: Peer | ConnectionTarget;
}
