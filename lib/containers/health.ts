import type { ContainerSpec } from '../synth/kubernetes';
import type { ContainerRole } from './container-owner';
import type { NamedPort } from './ports';
import { type Health, type Probe, renderProbe } from './probe';
import { firstTcpPort } from './request-problems';

/**
 * The probes of a container as Kubernetes writes them, with the defaults of those that are not given. A sidecar has no
 * start probe unless it says so: the workload would wait for it.
 */
export function renderHealth(
  { live, ready, start }: Health = {},
  ports: readonly NamedPort[],
  { serves = false, beside = false }: Pick<ContainerRole, 'serves' | 'beside'>,
): Pick<ContainerSpec, 'livenessProbe' | 'readinessProbe' | 'startupProbe'> {
  const first = firstTcpPort(ports)?.name;
  const numberOf = (port: string): number | undefined => ports.find(({ name }) => name === port)?.port;
  const render = (probe: Probe | undefined) => (probe === undefined ? undefined : renderProbe(probe, first, numberOf));
  return {
    startupProbe: render(start ?? (live === undefined || beside ? undefined : defaultStart(live))),
    livenessProbe: render(live),
    readinessProbe: render(ready ?? (serves && first !== undefined ? { tcp: true } : undefined)),
  };
}

/** The start probe that goes with a liveness probe: the same question every two seconds, for two minutes. */
function defaultStart(live: Probe): Probe {
  const { initialDelaySeconds: _, ...question } = typeof live === 'string' ? { http: live } : live;
  return { ...question, periodSeconds: 2, failureThreshold: 60 } as Probe;
}
