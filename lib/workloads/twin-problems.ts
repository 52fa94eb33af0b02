import type { Container } from '../containers/container';

/** What is wrong with containers that share a pod: names and ports that two of them have. */
export function twinProblems(containers: readonly Pick<Container, 'name' | 'ports'>[]): readonly string[] {
  return containers.flatMap((container, index) =>
    containers.slice(0, index).flatMap((earlier) => pairProblems(container, earlier)),
  );
}

type Side = Pick<Container, 'name' | 'ports'>;

function pairProblems({ name, ports }: Side, earlier: Side): readonly string[] {
  if (name === earlier.name) return [`has two containers named '${name}': give one another name`];
  return ports.flatMap(({ name: portName, port, protocol = 'TCP' }) => [
    ...(earlier.ports.some((other) => other.name === portName)
      ? [
          `containers '${earlier.name}' and '${name}' both have a port '${portName}', and Services find ports by name: rename one`,
        ]
      : []),
    ...(earlier.ports.some((other) => other.port === port && (other.protocol ?? 'TCP') === protocol)
      ? [
          `containers '${earlier.name}' and '${name}' both listen on ${port}/${protocol}, and share one address: use another number`,
        ]
      : []),
  ]);
}
