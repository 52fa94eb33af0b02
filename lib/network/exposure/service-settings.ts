import type { Exposed, Route } from '../../application/exposure';

/** What all exposures of a workload together set on its Service. */
export interface ServiceSettings {
  /** @default - the Service's own type */
  readonly type?: 'NodePort' | 'LoadBalancer';
  /** @default - none */
  readonly annotations?: Readonly<Record<string, string>>;
  /** Fixed node ports by the name of the Service's port. @default - the cluster picks them */
  readonly nodePorts?: Readonly<Record<string, number>>;
  /** @default - the cluster's */
  readonly loadBalancerClass?: string;
}

/** An exposure of a workload: its route and what the adapter made of it. */
export interface RenderedRoute {
  readonly route: Route;
  readonly exposed: Exposed;
}

/** What the exposures of one workload set on the Service that they share. */
export function serviceSettings(routes: readonly RenderedRoute[]): ServiceSettings {
  const services = routes.map(({ exposed }) => exposed.service ?? {});
  const annotations = services.flatMap((service) => Object.entries(service.annotations ?? {}));
  const nodePorts = routes.flatMap(nodePortOf);
  return {
    type: services.find(({ type }) => type)?.type,
    annotations: annotations.length > 0 ? Object.fromEntries(annotations) : undefined,
    nodePorts: nodePorts.length > 0 ? Object.fromEntries(nodePorts) : undefined,
    loadBalancerClass: services.find(({ loadBalancerClass }) => loadBalancerClass)?.loadBalancerClass,
  };
}

/** Where one exposure of a workload sets otherwise what another one has set on their Service. */
export function serviceProblems(routes: readonly RenderedRoute[]): readonly string[] {
  const settings = serviceSettings(routes);
  return routes.flatMap((rendered) => {
    const annotations = Object.entries(rendered.exposed.service?.annotations ?? {});
    return [
      ...annotations
        .filter(([key, value]) => settings.annotations?.[key] !== value)
        .map(
          ([key]) =>
            `expose: '${rendered.route.name}' and a later exposure differ in the annotation ${key} of their Service: say timeout and sticky in one of them, they count for both`,
        ),
      ...nodePortOf(rendered)
        .filter(([port, number]) => settings.nodePorts?.[port] !== number)
        .map(
          ([port, number]) =>
            `expose: '${rendered.route.name}' and a later exposure differ in the node port of port '${port}' (${number} and ${settings.nodePorts?.[port]}): write one`,
        ),
    ];
  });
}

function nodePortOf({ route, exposed }: RenderedRoute): [string, number][] {
  const nodePort = exposed.service?.nodePort;
  return nodePort === undefined ? [] : route.paths.slice(0, 1).map(({ port }) => [port.name, nodePort]);
}
