import { until } from './harness/until';
import { api, describeOnOwnCluster, kubectl } from './support/cluster';
import { committed, environments } from './support/environments';
import { bringUp, endpoints, list, podsOf, readyPods, settled, takeAway } from './support/live';
import { called, type Manifest, ofKind, promised, workloads } from './support/objects';
import { provideStorageClasses } from './support/storage-classes';

describeOnOwnCluster.each(environments().map(committed))('$name', (staged) => {
  beforeAll(async () => {
    await provideStorageClasses(staged);
    await bringUp(staged);
  });
  afterAll(() => takeAway(staged));

  test('every workload has the pods it promises', async () => {
    for (const workload of workloads(staged.objects)) {
      const pods = await podsOf(workload);
      expect([called(workload), pods.length]).toEqual([called(workload), promised(workload, staged.objects)]);
    }
  });

  test('every replica of a stateful workload has its ordinal and a bound claim of its own', async () => {
    for (const workload of ofKind(staged.objects, 'StatefulSet')) {
      const { metadata, spec } = workload;
      const claims = await list('v1', metadata.namespace ?? '', 'persistentvolumeclaims');
      const bound = claims.filter(({ status }) => status?.phase === 'Bound').map((claim) => claim.metadata.name);
      const replicas = Array.from({ length: spec?.replicas ?? 1 }, (_, ordinal) => `${metadata.name}-${ordinal}`);
      const names = (await podsOf(workload)).map((pod) => pod.metadata.name);
      expect(names.toSorted()).toEqual(replicas);
      const templates = spec?.volumeClaimTemplates ?? [];
      const expected = templates.flatMap((template) =>
        replicas.map((replica) => `${template.metadata.name}-${replica}`),
      );
      expect(bound).toEqual(expect.arrayContaining(expected));
    }
  });

  test('Pod Security and quotas refuse no pod', async () => {
    for (const namespace of staged.namespaces) {
      const sets = [
        ...(await list('apps/v1', namespace, 'replicasets')),
        ...(await list('apps/v1', namespace, 'statefulsets')),
      ];
      const failures = sets.flatMap(
        ({ status }) => status?.conditions?.filter(({ type }) => type === 'ReplicaFailure') ?? [],
      );
      expect(failures).toEqual([]);
    }
  });

  test('the endpoints of every service are exactly the ready pods that it selects', async () => {
    for (const { metadata, spec } of ofKind(staged.objects, 'Service')) {
      const namespace = metadata.namespace ?? '';
      const pods = await readyPods(namespace, spec?.selector as Record<string, string>);
      const names = pods.map((pod) => pod.metadata.name).toSorted();
      expect(names).not.toEqual([]);
      expect([metadata.name, await endpoints(namespace, metadata.name)]).toEqual([metadata.name, names]);
      const owners = new Set(pods.map((pod) => pod.metadata.labels?.['app.kubernetes.io/name']));
      expect(owners.size).toBe(1);
    }
  });

  test('the scheduler spreads replicas over zones and hosts', async () => {
    const { items: nodes } = await api().get<{ items: Manifest[] }>('/api/v1/nodes');
    const zone = new Map(
      nodes.map(({ metadata }) => [metadata.name, metadata.labels?.['topology.kubernetes.io/zone']]),
    );
    for (const workload of workloads(staged.objects)) {
      const hosts = (await podsOf(workload)).map(({ spec }) => spec?.nodeName ?? '');
      expect(new Set(hosts).size).toBe(hosts.length);
      expect(new Set(hosts.map((host) => zone.get(host))).size).toBe(
        Math.min(hosts.length, new Set(zone.values()).size),
      );
    }
  });

  test('every autoscaler finds its target', async () => {
    for (const { metadata } of ofKind(staged.objects, 'HorizontalPodAutoscaler')) {
      const path = `/apis/autoscaling/v2/namespaces/${metadata.namespace}/horizontalpodautoscalers/${metadata.name}`;
      const able = async () => {
        const { status } = await api().get<Manifest>(path);
        return status?.conditions?.find(({ type, status: state }) => type === 'AbleToScale' && state === 'True');
      };
      expect(await until(able, { what: `${metadata.name} is able to scale` })).toBeDefined();
    }
  });

  test('every disruption budget covers its pods and allows an eviction', async () => {
    for (const { metadata, spec } of ofKind(staged.objects, 'PodDisruptionBudget')) {
      const namespace = metadata.namespace ?? '';
      const pods = await readyPods(namespace, spec?.selector?.matchLabels ?? {});
      const counted = async () => {
        const budgets = await list('policy/v1', namespace, 'poddisruptionbudgets');
        const status = budgets.find((budget) => budget.metadata.name === metadata.name)?.status;
        return status?.expectedPods === pods.length && (status.disruptionsAllowed ?? 0) > 0;
      };
      expect(await until(counted, { what: `${metadata.name} covers ${pods.length} pods and allows an eviction` })).toBe(
        true,
      );
    }
  });

  test('a deleted pod comes back', async () => {
    for (const workload of workloads(staged.objects)) {
      const [pod] = await podsOf(workload);
      kubectl(
        'delete',
        'pod',
        pod?.metadata.name ?? '',
        '--namespace',
        workload.metadata.namespace ?? '',
        '--wait=false',
      );
      const replaced = async () => !(await podsOf(workload)).some(({ metadata }) => metadata.uid === pod?.metadata.uid);
      await until(replaced, { what: `${pod?.metadata.name} is gone` });
    }
    await expect(settled(staged)).resolves.toBeUndefined();
  });
});
