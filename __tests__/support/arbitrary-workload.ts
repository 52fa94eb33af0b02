import * as fc from 'fast-check';
import type { Ports, PostgresProps, ServiceProps } from '../../lib';
import { arbitraryContainer, some } from './arbitrary-container';
import { arbitraryParts as parts, ROLLOUT, SCALE, SERVICE, STRATEGY } from './arbitrary-pod';
import type { WorkloadDescription } from './program-description';

const PORTS: fc.Arbitrary<Ports> = fc.constantFrom<Ports>(
  { http: 8080 },
  { http: { port: 8080, servicePort: 80, appProtocol: 'http' }, grpc: 9090 },
  { amqp: 5672, dns: { port: 5353, servicePort: 53, protocol: 'UDP' }, sip: { port: 5060, protocol: 'SCTP' } },
);

/** A valid workload with this id. */
export function arbitraryWorkload(id: string, exposes: boolean): fc.Arbitrary<WorkloadDescription> {
  return fc.oneof(web(id, exposes), worker(id), stateful(id), postgres(id)) as fc.Arbitrary<WorkloadDescription>;
}

function web(id: string, exposes: boolean) {
  const { props, optional, rest } = parts(id, 'web');
  const host = fc.constantFrom([`${id}.example.com`], [`${id}.example.com`, `*.${id}.example.org`]);
  const hosts = exposes ? fc.oneof(fc.constant([]), host) : fc.constant([]);
  const single = fc.record({ port: fc.integer({ min: 1024, max: 2000 }) });
  const several = PORTS.map((ports) => ({ ports }));
  return fc.tuple(fc.oneof(single, several), hosts).chain(([listens, names]) => {
    const ports = 'ports' in listens ? listens.ports : { http: listens.port };
    const service = names.length > 0 ? fc.constant({ annotations: { 'example.com/a': 'b' } }) : SERVICE;
    const metrics = fc.constant({ port: Object.keys(ports)[0]!, path: '/stats' });
    const more = some(props, { ...optional, ...ROLLOUT, scale: SCALE, strategy: STRATEGY, service, metrics });
    const all = fc
      .tuple(arbitraryContainer(ports), more)
      .map(([container, own]) => withoutUnusedPort({ ...container, ...own, ...listens }));
    return fc.record({ kind: fc.constant('web' as const), props: all, hosts: fc.constant(names), ...rest });
  });
}

/** `service.port` is for a web service with one `port`, and a headless Service has the ports of its pods. */
function withoutUnusedPort<T extends { service?: ServiceProps; ports?: Ports }>(props: T): T {
  if (props.ports && props.service?.port) return { ...props, service: {} };
  return props.ports && props.service?.headless ? { ...props, ports: ofPods(props.ports) } : props;
}

/** Ports whose Service has the same. */
function ofPods(ports: Ports): Ports {
  const entries = Object.entries(ports).map(([name, port]) => {
    if (typeof port === 'number') return [name, port];
    const { servicePort: _, ...rest } = port;
    return [name, rest];
  });
  return Object.fromEntries(entries);
}

function worker(id: string) {
  const { props, optional, rest } = parts(id, 'worker');
  return fc.oneof(fc.constant({}), PORTS).chain((ports) => {
    const scaled = some(props, { ...optional, ...ROLLOUT, scale: SCALE, strategy: STRATEGY });
    const { disruption: _, ...alone } = optional;
    const singleton = some({ ...props, singleton: fc.constant(true as const) }, { ...alone, ...ROLLOUT });
    const all = fc
      .tuple(arbitraryContainer(ports), fc.oneof(scaled, singleton))
      .map(([container, own]) => ({ ...container, ...own, ports }));
    return fc.record({ kind: fc.constant('worker' as const), props: all, ...rest });
  });
}

function stateful(id: string) {
  const { props, optional, rest } = parts(id, 'stateful');
  return PORTS.map(ofPods).chain((ports) => {
    const own = some(props, {
      ...optional,
      scale: SCALE,
      podManagement: fc.constant('Parallel' as const),
      updateStrategy: fc.constantFrom('OnDelete' as const, { partition: 1 }),
      serviceName: fc.constant(`${id}-peers`),
      service: fc.constantFrom({ publishNotReadyAddresses: true }, { annotations: { 'example.com/a': 'b' } }),
      metrics: fc.constant({ port: Object.keys(ports)[0]! }),
    });
    const all = fc.tuple(arbitraryContainer(ports), own).map(([container, more]) => ({ ...container, ...more, ports }));
    return fc.record({ kind: fc.constant('stateful' as const), props: all, ...rest });
  });
}

function postgres(id: string) {
  const { optional, rest } = parts(id, 'postgres');
  const props: fc.Arbitrary<Omit<PostgresProps, 'password' | 'initScripts'>> = some(
    { version: fc.constantFrom('16', '17.6', '18'), storage: fc.constantFrom('1Gi', '1.5Ti') },
    {
      storageClass: fc.constant('fast'),
      database: fc.constant('orders'),
      user: fc.constant('owner'),
      maxConnections: fc.integer({ min: 100, max: 500 }),
      settings: fc.constant({ shared_buffers: '256MB', max_wal_senders: 0 }),
      resources: fc.constantFrom('large' as const, { cpu: 1, memory: '4Gi' }),
      image: fc.constant('registry.example.com/postgis:stable'),
      placement: optional.placement,
      retention: fc.constantFrom({ whenDeleted: 'Delete' as const }, { whenScaled: 'Retain' as const }),
      adopt: optional.adopt,
      serviceName: fc.constant(`${id}-pg`),
    },
  );
  const none = {
    config: fc.constant(undefined),
    secrets: fc.constant([]),
    secretFiles: fc.constant([]),
    mounts: fc.constant([]),
  };
  return fc.record({ kind: fc.constant('postgres' as const), props, ...rest, ...none });
}
