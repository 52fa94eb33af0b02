import type { ProbeSpec } from '../synth/kubernetes';

/** When a probe is sent and what its answers mean. https://kubernetes.io/docs/concepts/workloads/pods/probes/ */
export interface ProbeTiming {
  /** Seconds before the first probe. @default - 0 */
  readonly initialDelaySeconds?: number;
  /** Seconds between two probes. @default - 10, and 2 for a start probe */
  readonly periodSeconds?: number;
  /** Seconds until a missing answer is a failure. @default - 1, and 5 for a command */
  readonly timeoutSeconds?: number;
  /** Failures in a row until the probe has failed. @default - 3, and 60 for a start probe */
  readonly failureThreshold?: number;
  /** Successes in a row until a failed probe succeeds; 1 for `live` and `start`. @default - 1 */
  readonly successThreshold?: number;
}

/**
 * How a container is asked: with an HTTP request, a TCP connection, a command or gRPC. A text is an HTTP path. A port is
 * a name or a number. @default - the container's first TCP port
 */
export type Probe =
  | string
  | (ProbeTiming &
      (
        | {
            readonly http: string;
            /** The port's name or number. @default - the container's first TCP port */
            readonly port?: string | number;
            /** How the request is sent; a certificate is not verified. @default - 'HTTP' */
            readonly scheme?: 'HTTP' | 'HTTPS';
            /** Headers of the request. @default - none */
            readonly headers?: Readonly<Record<string, string>>;
          }
        | { readonly tcp: true | string | number }
        | { readonly exec: readonly string[] }
        | { readonly grpc: true | number; readonly service?: string }
      ));

/** How Kubernetes learns the state of a container. */
export interface Health {
  /** A failure restarts the container. @default - no probe */
  readonly live?: Probe;
  /** A failure takes the pod out of its Service. @default - for a container that a Service selects, a TCP connection where it has a TCP port */
  readonly ready?: Probe;
  /** Until it succeeds the others wait. @default - like `live`, for two minutes, where there is a `live`; none for a sidecar */
  readonly start?: Probe;
}

/** A probe for its kind, as Kubernetes writes it. */
export function renderProbe(
  probe: Probe,
  defaultPort: string | undefined,
  numberOf: (name: string) => number | undefined,
): ProbeSpec {
  const full = typeof probe === 'string' ? { http: probe } : probe;
  const { initialDelaySeconds, periodSeconds, timeoutSeconds, failureThreshold, successThreshold } =
    full as ProbeTiming;
  const timing = { initialDelaySeconds, periodSeconds, timeoutSeconds, failureThreshold, successThreshold };
  if ('http' in full) {
    const { http: path, port = defaultPort, scheme, headers = {} } = full;
    const httpHeaders = Object.entries(headers).map(([name, value]) => ({ name, value }));
    return {
      httpGet: { path, port: port!, scheme, httpHeaders: httpHeaders.length > 0 ? httpHeaders : undefined },
      ...timing,
    };
  }
  if ('tcp' in full) return { tcpSocket: { port: full.tcp === true ? defaultPort! : full.tcp }, ...timing };
  if ('exec' in full) return { exec: { command: full.exec }, ...timing, timeoutSeconds: timeoutSeconds ?? 5 };
  const port = full.grpc === true ? numberOf(defaultPort ?? '') : full.grpc;
  return { grpc: { port: port!, service: full.service }, ...timing };
}
