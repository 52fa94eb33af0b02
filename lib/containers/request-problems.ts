import { type NamedPort, portNumberProblem } from './ports';

/** A port as probes and hooks name it: the first of the container, one by name, or a number. */
export type PortReference = true | string | number;

/** What is wrong with an HTTP request to a container. */
export function requestProblems(
  what: string,
  { http, scheme, headers = {} }: { readonly http: unknown; readonly scheme?: unknown; readonly headers?: object },
): readonly string[] {
  const problems: string[] = [];
  if (typeof http !== 'string' || !http.startsWith('/')) {
    problems.push(`${what} asks for '${String(http)}': begin the path with '/'`);
  }
  if (![undefined, 'HTTP', 'HTTPS'].includes(scheme as string)) {
    problems.push(`${what}.scheme is '${String(scheme)}': use 'HTTP' or 'HTTPS'`);
  }
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[-A-Za-z0-9]+$/.test(name)) {
      problems.push(`${what} has the header '${name}', which is no header name: use letters, digits and '-'`);
    }
    if (typeof value !== 'string') {
      problems.push(`${what} has the header ${name} with ${String(value)}, which is no text: write '${String(value)}'`);
    }
  }
  return problems;
}

/** What is wrong with a command. It runs without a shell, so it is a list. */
export function commandProblems(what: string, command: unknown): readonly string[] {
  if (!Array.isArray(command)) {
    return [`${what} is '${String(command)}', which is no list: write ['program', 'argument']`];
  }
  return command
    .filter((part) => typeof part !== 'string')
    .map((part) => `${what} has ${String(part)}, which is no text: write '${String(part)}'`);
}

/** What is wrong with the port of a request or connection to a container that has these ports. */
export function portReferenceProblems(what: string, port: unknown, ports: readonly NamedPort[]): readonly string[] {
  const first = firstTcpPort(ports);
  if (port === true && !first) return [`${what} has no port, and the container declares none: name one`];
  if (port === true) return [];
  if (typeof port !== 'string') return [portNumberProblem(`${what}: the port`, port) ?? []].flat();
  const found = ports.find(({ name }) => name === port);
  if (found && (found.protocol ?? 'TCP') !== 'TCP') {
    return [`${what} asks on port '${port}', which is ${found.protocol}: name a TCP port`];
  }
  const known = ports.map(({ name }) => `'${name}'`).join(', ') || 'none';
  return found
    ? []
    : [`${what} asks on port '${port}', which the container does not declare (it declares ${known}): correct the name`];
}

/** The port that is asked on where none is named: a UDP port answers no connection. */
export function firstTcpPort(ports: readonly NamedPort[]): NamedPort | undefined {
  return ports.find(({ protocol = 'TCP' }) => protocol === 'TCP');
}
