import { quoted } from '../application/quoted';
import { unknownNames } from '../application/unknown-names';
import type { ContainerSpec } from '../synth/kubernetes';

/** A port that a container listens on. */
export interface PortProps {
  /** The port number in the container, 1 to 65535. */
  readonly port: number;
  /** The protocol below what is spoken. @default - 'TCP' */
  readonly protocol?: 'TCP' | 'UDP' | 'SCTP';
  /** The Service's port number. @default - the port in the container */
  readonly servicePort?: number;
  /** What is spoken, such as `http`, `kubernetes.io/h2c` or `grpc`. @default - unsaid */
  readonly appProtocol?: string;
}

/** Ports by name; a name has at most 15 characters. */
export type Ports = Readonly<Record<string, number | PortProps>>;

/** A port with its name. */
export interface NamedPort extends PortProps {
  readonly name: string;
}

/** Ports as a list, in the order in which they are declared. */
export function listPorts(ports: Ports = {}): readonly NamedPort[] {
  return Object.entries(ports).map(([name, port]) => (typeof port === 'object' ? { ...port, name } : { name, port }));
}

/** A port as Kubernetes writes it. */
export function renderPort({ name, port, protocol }: NamedPort): NonNullable<ContainerSpec['ports']>[number] {
  return { name, containerPort: port, protocol: protocol === 'TCP' ? undefined : protocol };
}

/** What is wrong with a number as a port. */
export function portNumberProblem(what: string, port: unknown): string | undefined {
  if (Number.isInteger(port) && Number(port) >= 1 && Number(port) <= 65535) return undefined;
  return `${what} is ${quoted(port)}: use a whole number from 1 to 65535`;
}

/** What is wrong with ports. A port's name is an IANA service name (RFC 6335). */
export function portProblems(ports: readonly NamedPort[]): readonly string[] {
  const problems = ports.flatMap(({ name, port, servicePort = port, ...rest }, index) => [
    ...unknownNames(`port '${name}'`, rest, { port: true, protocol: true, servicePort: true, appProtocol: true }),
    /^(?=.*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]{0,13}[a-z0-9])?$/.test(name)
      ? undefined
      : `port '${name}' has no valid name: use at most 15 lower-case letters, digits and single '-', with a letter`,
    portNumberProblem(`port '${name}'`, port),
    servicePort === port ? undefined : portNumberProblem(`port '${name}': servicePort`, servicePort),
    protocolProblem(`port '${name}'`, rest),
    twinProblem(ports, index, 'port') ?? twinProblem(ports, index, 'servicePort'),
  ]);
  return problems.filter((problem) => problem !== undefined);
}

function protocolProblem(what: string, { protocol, appProtocol }: Partial<PortProps>): string | undefined {
  if (![undefined, 'TCP', 'UDP', 'SCTP'].includes(protocol)) {
    return `${what}: protocol is '${protocol}': use 'TCP', 'UDP' or 'SCTP'`;
  }
  if (appProtocol === undefined || /^([a-z0-9][-a-z0-9.]*\/)?[A-Za-z0-9]([-\w.]*[A-Za-z0-9])?$/.test(appProtocol))
    return undefined;
  return `${what}: appProtocol is '${appProtocol}': write it like 'grpc' or 'kubernetes.io/h2c'`;
}

/** A number can be used once for each protocol. */
function twinProblem(ports: readonly NamedPort[], index: number, which: 'port' | 'servicePort'): string | undefined {
  const numbers = ports.map((port) => `${port[which] ?? port.port}/${port.protocol ?? 'TCP'}`);
  const [own, earlier] = [ports[index]!, ports[numbers.indexOf(numbers[index]!)]!];
  if (own === earlier) return undefined;
  return `ports '${earlier.name}' and '${own.name}' both have ${which} ${numbers[index]}: use another number for one`;
}

/** Where a container tells its metrics, in the format of Prometheus. */
export interface Metrics {
  /** The name of a declared port. */
  readonly port: string;
  /** The path of the request, beginning with `/`. @default - '/metrics' */
  readonly path?: string;
}
