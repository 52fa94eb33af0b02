import * as fc from 'fast-check';
import type { Adopted, Disruption, Ports, Scale, ServiceProps, Strategy } from '../../lib';
import { arbitraryContainer, arbitraryInitContainer, some, VALUES } from './arbitrary-container';
import type { MountDescription, OutsideDescription, WorkloadDescription } from './program-description';

/** A number of replicas, or a range. */
export const SCALE: fc.Arbitrary<Scale> = fc.oneof(
  fc.integer({ min: 0, max: 4 }),
  fc.record({
    min: fc.integer({ min: 1, max: 2 }),
    max: fc.integer({ min: 2, max: 4 }),
    targetCpu: fc.constantFrom(50, 90),
  }),
  fc.constant({ min: 2, max: 3, targetCpu: 70, targetMemory: 80 }),
);

/** How an update replaces pods. */
export const STRATEGY: fc.Arbitrary<Strategy> = fc.oneof(
  fc.constant('Recreate' as const),
  some(
    { maxSurge: fc.constantFrom<number | string>(1, 2, '25%', '100%') },
    { maxUnavailable: fc.constantFrom<number | string>(0, 1, '50%') },
  ),
);

const DISRUPTION: fc.Arbitrary<Disruption | false> = fc.constantFrom<Disruption | false>(
  false,
  { maxUnavailable: 1 },
  { maxUnavailable: '50%' },
  { minAvailable: 0 },
);

/** What a workload says of its pods. */
const PODS = {
  group: fc.integer({ min: 1, max: 70000 }),
  serviceAccount: fc.constant('existing.account'),
  placement: fc.constantFrom(
    { nodeSelector: { disk: 'ssd' } },
    { affinity: { podAntiAffinity: {} }, tolerations: [{ operator: 'Exists' }] },
  ),
  spread: fc.constantFrom(false, [
    { maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'DoNotSchedule' },
  ]),
  disruption: DISRUPTION,
  terminationGracePeriodSeconds: fc.integer({ min: 30, max: 300 }),
  revisionHistoryLimit: fc.integer({ min: 0, max: 9 }),
  minReadySeconds: fc.integer({ min: 0, max: 9 }),
  podAnnotations: fc.constant({ 'example.com/mesh': 'on' }),
};
/** What a Deployment says beside that. */
export const ROLLOUT = { progressDeadlineSeconds: fc.integer({ min: 60, max: 900 }) };

/** How a web service is reached in the cluster. */
export const SERVICE: fc.Arbitrary<ServiceProps> = fc.oneof(
  some(
    {},
    {
      annotations: fc.constant({ 'example.com/a': 'b' }),
      internalTrafficPolicy: fc.constant('Local' as const),
      publishNotReadyAddresses: fc.boolean(),
    },
  ),
  fc.constantFrom<ServiceProps>(
    { headless: true },
    { type: 'ClusterIP', port: 8000, sessionAffinity: 'ClientIP' },
    { type: 'NodePort', externalTrafficPolicy: 'Local', sessionAffinity: 'ClientIP', sessionAffinitySeconds: 60 },
    { type: 'LoadBalancer', loadBalancerClass: 'example.com/lb', loadBalancerSourceRanges: ['10.20.0.0/16'] },
  ),
);

const MOUNTS = (kind: WorkloadDescription['kind']): fc.Arbitrary<MountDescription[]> =>
  fc.uniqueArray(
    some(
      {
        path: fc.constantFrom('/data', '/srv/files', '/etc/app', '/cache'),
        source: fc.constantFrom<MountDescription['source']>(
          ...([
            'scratch',
            'memory',
            'claim',
            'existing claim',
            'config',
            'existing config',
            'credentials',
            'cdk8s',
          ] as const),
          ...(kind === 'stateful' ? (['template', 'template'] as const) : []),
        ),
      },
      { readOnly: fc.constant(true), subPath: fc.constant('a/b') },
    ),
    { maxLength: 3, selector: ({ path }) => path },
  );

const KEYS = fc.subarray(['ALPHA', 'BETA', 'GAMMA']);
const SIDECAR_PORTS: Ports = { status: 2020 };

const SIDECAR = some(
  { container: arbitraryContainer(SIDECAR_PORTS) },
  { user: fc.integer({ min: 1, max: 70000 }), metrics: fc.constant({ port: 'status' }) },
).map(({ container, ...rest }) => ({ ...container, ...rest, name: 'status', ports: SIDECAR_PORTS }));

/** What every workload has beside its props. */
export function arbitraryParts(id: string, kind: WorkloadDescription['kind']) {
  const adopt = fc.constantFrom<Adopted>(
    { name: `old-${id}` },
    { selector: { app: id } },
    { name: `old-${id}`, selector: { app: id, tier: 'x' } },
  );
  return {
    props: { user: fc.integer({ min: 1, max: 70000 }) },
    optional: { ...PODS, adopt },
    rest: {
      id: fc.constant(id),
      config: fc.option(some({ data: VALUES }, { rollout: fc.constantFrom('name' as const, 'checksum' as const) }), {
        nil: undefined,
      }),
      secrets: KEYS,
      secretFiles: KEYS,
      mounts: MOUNTS(kind),
      init: fc
        .array(arbitraryInitContainer, { maxLength: 2 })
        .map((list) => list.map((props, index) => ({ ...props, name: `init-${index}` }))),
      sidecars: fc.array(SIDECAR, { maxLength: 1 }),
      outside: fc.uniqueArray(
        fc.constantFrom<OutsideDescription>('https', 'web', 'smtp', 'range', 'namespace', 'managed database'),
        { maxLength: 3 },
      ),
    },
  };
}
