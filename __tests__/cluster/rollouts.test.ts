import { sleep } from './harness/until';
import { describeOnOwnCluster, kubectl } from './support/cluster';
import { changed, committed, environments, type Staged } from './support/environments';
import { bringUp, endpoints, podsOf, settled, takeAway } from './support/live';
import { called, type Manifest, ofKind, promised, selects, workloads } from './support/objects';
import { provideStorageClasses } from './support/storage-classes';

describeOnOwnCluster.each(environments().map(committed))('$name', (staged) => {
  const deployments = ofKind(staged.objects, 'Deployment');
  const configs = ofKind(staged.objects, 'ConfigMap').filter(({ metadata }) => /-[0-9a-f]{8,}$/.test(metadata.name));

  beforeAll(async () => {
    await provideStorageClasses(staged);
    await bringUp(staged);
  });
  afterAll(() => takeAway(staged));

  test('an image update never leaves fewer endpoints than promised', async () => {
    for (const deployment of deployments) {
      for (const service of servicesOf(deployment, staged)) {
        const least = leastDuring(service, () => update(deployment, staged));
        expect([called(deployment), await least]).toEqual([called(deployment), leastAllowed(deployment, staged)]);
      }
    }
  });

  test.each(configs.map((config) => [config.metadata.name, config] as const))(
    'a change of %s rolls exactly its consumers, and an undo finds the old one',
    async (name, config) => {
      await inState(staged);
      const before = await podUids(staged);
      const next = changed(staged, (object) => withOtherContent(object, config));
      try {
        await inState(next);
        const after = await podUids(staged);
        const rolled = [...after]
          .filter(([workload, uids]) => before.get(workload) !== uids)
          .map(([workload]) => workload);
        const consumers = workloads(staged.objects).filter((workload) =>
          JSON.stringify(workload.spec).includes(`"${name}"`),
        );
        expect(rolled).toEqual(consumers.map(called));
        for (const consumer of ofKind(consumers, 'Deployment')) await undoFinds(name, consumer, staged);
      } finally {
        next.end();
      }
    },
  );
});

function servicesOf({ spec }: Manifest, { objects }: Staged): Manifest[] {
  const labels = spec?.template?.metadata.labels ?? {};
  return ofKind(objects, 'Service').filter((service) => selects(service.spec?.selector ?? { nothing: 1 }, labels));
}

async function update({ metadata }: Manifest, staged: Staged): Promise<void> {
  const where = ['--namespace', metadata.namespace ?? ''];
  kubectl('set', 'image', `deployment/${metadata.name}`, '*=registry.example.com/other:2', ...where);
  await settled(staged);
}

/** The smallest number of endpoints that a service had while something was done. */
async function leastDuring({ metadata }: Manifest, act: () => Promise<void>): Promise<number> {
  const counts: number[] = [];
  const acting = act().then(() => 'done' as const);
  while ((await Promise.race([acting, sleep(20)])) !== 'done') {
    counts.push((await endpoints(metadata.namespace ?? '', metadata.name)).length);
  }
  return Math.min(...counts);
}

/** A workload that rolls loses at most `maxUnavailable`; one that is recreated may lose all. */
function leastAllowed(deployment: Manifest, { objects }: Staged): number {
  const { type, rollingUpdate } = deployment.spec?.strategy ?? {};
  return type === 'Recreate' ? 0 : promised(deployment, objects) - Number(rollingUpdate?.maxUnavailable ?? 0);
}

async function inState(staged: Staged): Promise<void> {
  kubectl('apply', '--server-side', '--force-conflicts', '-f', staged.folder);
  await settled(staged);
}

async function podUids({ objects }: Staged): Promise<Map<string, string>> {
  const entries = workloads(objects).map(async (workload) => {
    const uids = (await podsOf(workload)).map(({ metadata }) => metadata.uid);
    return [called(workload), uids.toSorted().join()] as const;
  });
  return new Map(await Promise.all(entries));
}

/** As the program renders it after a change of the content: another name, and the same name in every consumer. */
function withOtherContent(object: Manifest, { metadata: { name } }: Manifest): Manifest {
  const renamed = JSON.parse(JSON.stringify(object).replaceAll(`"${name}"`, `"${name}0"`)) as Manifest;
  return renamed.kind === 'ConfigMap' && renamed.metadata.name === `${name}0`
    ? { ...renamed, data: { ...renamed.data, CHANGED: '1' } }
    : renamed;
}

async function undoFinds(name: string, { metadata, ...rest }: Manifest, staged: Staged): Promise<void> {
  kubectl('rollout', 'undo', `deployment/${metadata.name}`, '--namespace', metadata.namespace ?? '');
  await settled(staged);
  for (const pod of await podsOf({ metadata, ...rest })) expect(JSON.stringify(pod.spec)).toContain(`"${name}"`);
}
