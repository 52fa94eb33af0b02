import type { NamedPort } from './ports';
import type { Health, Probe, ProbeTiming } from './probe';
import { commandProblems, type PortReference, portReferenceProblems, requestProblems } from './request-problems';
import { type Names, unknownNames } from '../application/unknown-names';

const KINDS: Names<Health> = { live: true, ready: true, start: true };
const FORMS = ['http', 'tcp', 'exec', 'grpc'] as const;
const NAMES: Names<Probe> = {
  http: true,
  port: true,
  scheme: true,
  headers: true,
  tcp: true,
  exec: true,
  grpc: true,
  service: true,
  initialDelaySeconds: true,
  periodSeconds: true,
  timeoutSeconds: true,
  failureThreshold: true,
  successThreshold: true,
};

/** What is wrong with the probes of a container that has these ports. */
export function probeProblems(health: Health, ports: readonly NamedPort[]): readonly string[] {
  const problems = (['live', 'ready', 'start'] as const).flatMap((kind) => {
    const probe = health[kind];
    return probe === undefined ? [] : problemsOf(`health.${kind}`, probe, ports, kind);
  });
  return [...unknownNames('health', health, KINDS), ...problems];
}

function problemsOf(what: string, probe: Probe, ports: readonly NamedPort[], kind: keyof Health): readonly string[] {
  const full = typeof probe === 'string' ? { http: probe } : probe;
  const forms = FORMS.filter((form) => form in full);
  if (forms.length !== 1) {
    const ways = forms.length === 0 ? 'no way' : `several ways (${forms.join(', ')})`;
    return [`${what} asks in ${ways}: use one of ${FORMS.join(', ')}`];
  }
  return [
    ...unknownNames(what, full, NAMES),
    ...timingProblems(what, full as ProbeTiming, kind),
    ...questionProblems(what, full),
    ...portProblemsOf(what, full, ports),
  ];
}

function questionProblems(what: string, probe: Exclude<Probe, string>): readonly string[] {
  if ('http' in probe) return requestProblems(what, probe);
  if (!('exec' in probe)) return [];
  if (probe.exec.length === 0) return [`${what} has an empty command: write the program and its arguments`];
  return commandProblems(`${what}.exec`, probe.exec);
}

function portProblemsOf(what: string, probe: Exclude<Probe, string>, ports: readonly NamedPort[]): readonly string[] {
  const port = portOf(probe);
  if (port === undefined) return [];
  if ('grpc' in probe && typeof port === 'string') return [`${what}.grpc is '${port}': use true, or the port's number`];
  return portReferenceProblems(what, port, ports);
}

/** The port that is asked on, `true` for the container's first, `undefined` where none is. */
function portOf(probe: Exclude<Probe, string>): PortReference | undefined {
  if ('http' in probe) return probe.port ?? true;
  if ('tcp' in probe) return probe.tcp;
  return 'grpc' in probe ? probe.grpc : undefined;
}

function timingProblems(what: string, timing: ProbeTiming, kind: keyof Health): string[] {
  const least = {
    initialDelaySeconds: 0,
    periodSeconds: 1,
    timeoutSeconds: 1,
    failureThreshold: 1,
    successThreshold: 1,
  };
  const problems = (Object.keys(least) as (keyof ProbeTiming)[])
    .filter((name) => timing[name] !== undefined && !(Number.isInteger(timing[name]) && timing[name]! >= least[name]))
    .map((name) => `${what}.${name} is ${timing[name]}: use a whole number from ${least[name]} on`);
  if (kind !== 'ready' && (timing.successThreshold ?? 1) !== 1) {
    problems.push(
      `${what}.successThreshold is ${timing.successThreshold}: only a 'ready' probe may ask for more than 1`,
    );
  }
  return problems;
}
