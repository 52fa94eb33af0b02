import type { Env } from '../containers/env';
import { resolveResources } from '../containers/resources';
import { parseQuantity } from '../manifest/quantity';
import { renderOtelCollectorFile } from './otel-collector-config';
import { HEALTH_PORT, prometheusPort, secretHeaders, toOtelCollectorFile } from './otel-collector-file';
import { otelCollectorProblems } from './otel-collector-problems';
import type { OtelCollectorProps, OtlpExport } from './otel-collector-props';
import { isSecond } from './is-second';
import type { Sidecar, SidecarHost } from './sidecar';
import { targetOfSink } from './sink';

/** The user of the image. */
const USER = 10001;
const CONFIG = '/etc/otelcol';
const RESOURCES = { cpu: '10m', memory: '128Mi' };

/**
 * Collects the metrics of a workload where it tells them to its own pod alone, or has it send metrics, traces and logs,
 * and passes them on. https://opentelemetry.io/docs/collector/
 */
export class OtelCollector implements Sidecar {
  constructor(private readonly props: OtelCollectorProps) {}

  public bind(pod: SidecarHost): void {
    if (isSecond(pod, 'OtelCollector')) return;
    const problems = otelCollectorProblems(this.props);
    for (const problem of problems) pod.report(problem);
    if (problems.length > 0) return;
    const { receive, export: output } = this.props;
    const otlp = output && 'otlp' in output ? output.otlp : undefined;
    this.addCollector(pod, otlp);
    if (receive) pod.main.addEnv(senderVariables(pod.id, otlp !== undefined), 'OtelCollector');
    if (otlp?.connectTo) pod.connectTo(targetOfSink('otlp', otlp.connectTo, portOf(otlp)));
  }

  private addCollector(pod: SidecarHost, otlp: OtlpExport | undefined): void {
    const { image = 'docker.io/otel/opentelemetry-collector-contrib:0.159.0', resources = RESOURCES } = this.props;
    const config = pod.addConfig('otel-collector', {
      data: { 'config.yaml': renderOtelCollectorFile(toOtelCollectorFile(this.props, pod.id)) },
    });
    const port = prometheusPort(this.props.export);
    const collector = pod.addSidecarContainer('otel-collector', {
      image,
      args: [`--config=${CONFIG}/config.yaml`],
      user: USER,
      ports: { ...(port !== undefined && { metrics: port }), health: HEALTH_PORT },
      metrics: port === undefined ? undefined : { port: 'metrics' },
      secrets: otlp && secretHeaders(otlp),
      env: memoryVariables(resources),
      resources,
      health: { live: { http: '/', port: 'health', periodSeconds: 30, timeoutSeconds: 5, failureThreshold: 5 } },
    });
    collector.mount(CONFIG, config);
  }
}

/** The garbage collector has to know the limit too, or it lets memory grow past it. */
function memoryVariables(resources: NonNullable<OtelCollectorProps['resources']>): Env {
  const { memory, memoryLimit = memory } = resolveResources(resources);
  const mebibytes = Math.floor(((parseQuantity(memoryLimit) ?? 0) / 2 ** 20) * 0.8);
  return mebibytes > 0 ? { GOMEMLIMIT: `${mebibytes}MiB` } : {};
}

/**
 * What a workload needs to send with any OpenTelemetry SDK. Without somebody who takes traces and logs it does not try.
 * https://opentelemetry.io/docs/languages/sdk-configuration/
 */
function senderVariables(id: string, everything: boolean): Env {
  return {
    OTEL_SERVICE_NAME: id,
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
    ...(!everything && { OTEL_TRACES_EXPORTER: 'none', OTEL_LOGS_EXPORTER: 'none' }),
  };
}

function portOf({ endpoint }: OtlpExport): number {
  const { port, protocol } = new URL(endpoint);
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
}
