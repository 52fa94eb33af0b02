import * as fc from 'fast-check';
import { type Environment, ingress, loadBalancer, nodePort } from '../../lib';
import { some } from './arbitrary-container';
import { arbitraryWorkload } from './arbitrary-workload';
import type { ProgramDescription, WorkloadDescription } from './program-description';

/** Ids that no policy's name is made of (`web-to-db`), with what names may have: digits, hyphens, one letter. */
const IDS = fc
  .tuple(fc.constantFrom('a', 'web', 'mail', 'db', 'search', 'read-model'), fc.constantFrom('', '2', '-7', '-canary'))
  .map((parts) => parts.join(''));

const LABELS = fc.dictionary(
  fc.constantFrom('team', 'example.com/tier', 'cost-centre'),
  fc.constantFrom('shop', 'A_1', ''),
  { maxKeys: 2 },
);

const PEERS = fc.constantFrom<NonNullable<Environment['metricsFrom']>>(
  [{ namespace: 'monitoring' }],
  [
    { namespace: 'monitoring', labels: { app: 'prometheus' } },
    { cidr: '10.20.0.0/16', except: ['10.20.1.0/24'] },
  ],
);

const ENVIRONMENT: fc.Arbitrary<Environment> = some(
  { name: fc.constantFrom('dev', 'prod'), kubernetes: fc.constantFrom('1.28', '1.29', '1.30', '1.31', '1.33', '1.36') },
  {
    preset: fc.constantFrom('development', 'production'),
    podSecurity: fc.constantFrom('restricted', 'baseline', 'privileged'),
    context: fc.constant('shop'),
    exposure: fc.constantFrom(
      nodePort(),
      loadBalancer({ annotations: { 'example.com/scheme': 'internal' } }),
      ingress({ class: 'nginx', issuer: 'letsencrypt' }),
    ),
    ingressFrom: PEERS,
    metricsFrom: PEERS,
    storageClass: fc.constantFrom('fast', ''),
    registry: fc.constantFrom<NonNullable<Environment['registry']>>('mirror.example.com/hub', {
      'docker.io': 'mirror.example.com:5000',
    }),
    pullSecrets: fc.constantFrom(['mirror'], ['mirror', 'other.login']),
    placement: fc.constantFrom(
      { nodeSelector: { pool: 'apps' } },
      {
        tolerations: [{ key: 'dedicated', operator: 'Exists', effect: 'NoSchedule' }],
        priorityClass: 'system-cluster-critical',
      },
    ),
    labels: LABELS,
  },
);

const WORKLOADS = (exposes: boolean): fc.Arbitrary<WorkloadDescription[]> =>
  fc
    .uniqueArray(IDS, { minLength: 1, maxLength: 5 })
    .chain((ids) => fc.tuple(...ids.map((id) => arbitraryWorkload(id, exposes))));

/** Programs that are valid: several workloads of all kinds, with any of their props, connected at random. */
export const arbitraryProgram: fc.Arbitrary<ProgramDescription> = ENVIRONMENT.chain((environment) => {
  const exposes =
    environment.exposure !== undefined &&
    (environment.exposure.from !== undefined || environment.ingressFrom !== undefined);
  return WORKLOADS(exposes).chain((workloads) =>
    fc.record({
      environment: fc.constant(environment),
      application: some(
        { id: fc.constantFrom('shop', 'a', 'web-shop-2') },
        { labels: LABELS, sharedNamespace: fc.constant('team') },
      ),
      workloads: fc.constant(workloads),
      connections: connectionsOf(workloads),
    }),
  );
});

function connectionsOf(workloads: readonly WorkloadDescription[]): fc.Arbitrary<ProgramDescription['connections']> {
  const listening = workloads.flatMap(({ kind }, place) => (kind === 'worker' ? [] : [place]));
  if (listening.length === 0) return fc.constant([]);
  const connection = some(
    { from: fc.nat({ max: workloads.length - 1 }), to: fc.constantFrom(...listening) },
    { each: fc.integer({ min: 1, max: 3 }) },
  );
  return fc.uniqueArray(connection, { maxLength: 4, selector: ({ from, to }) => `${from}-${to}` });
}
