import { mapsAt, textAt } from '../fields';
import { flatMap } from '../flat-map';
import { oncePer } from '../once-per';
import { containersOf, type DescribedPod } from '../pods';
import type { Resource } from '../resource';
import type { Reference } from './reference';

/** A port that a container says it listens on. */
export interface DeclaredPort {
  readonly name: string | undefined;
  /** 0 where it is none. */
  readonly number: number;
  readonly protocol: string;
  readonly container: string;
  /** Such as `spec.template.spec.containers[web].ports[http]`. */
  readonly path: string;
}

/** The ports that the containers of a pod say they listen on. */
export const portsOf = oncePer((pod: DescribedPod): readonly DeclaredPort[] =>
  flatMap(containersOf(pod), ({ container, name, path }) =>
    mapsAt(container, 'ports').map((port, index) => ({
      name: textAt(port, 'name'),
      number: typeof port.containerPort === 'number' ? port.containerPort : 0,
      protocol: textAt(port, 'protocol') ?? 'TCP',
      container: name,
      path: `${path}.ports[${textAt(port, 'name') ?? index}]`,
    })),
  ),
);

/** The ports of a Service, as references may name them. */
export function servicePorts({ object }: Resource): readonly (string | number)[] {
  return mapsAt(object, 'spec', 'ports').flatMap(({ name, port }) =>
    [name, port].filter((each) => typeof each === 'string' || typeof each === 'number'),
  );
}

/** Whether a Service has the port that a reference asks for. One that stands for a name may have any. */
export function hasPort(service: Resource, { port }: Reference): boolean {
  const ports = servicePorts(service);
  if (port === undefined) return true;
  if (ports.length === 0 && textAt(service.object, 'spec', 'type') === 'ExternalName') return true;
  return ports.includes(port.value);
}
