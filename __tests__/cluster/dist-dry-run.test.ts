import { cluster } from './support/cluster';
import { committed, environments, type Staged } from './support/environments';
import { dropNamespaces, makeNamespace } from './support/namespace';
import { called, isBuiltIn, type Manifest, workloads } from './support/objects';
import { faults } from './support/faults';

/** What can be asked of any cluster, ours or another: nothing is stored in it but two empty namespaces. */
let open = '';
let restricted = '';
beforeAll(async () => {
  open = await makeNamespace('privileged');
  restricted = await makeNamespace('restricted');
});
afterAll(() => dropNamespaces(open, restricted));

describe.each(environments().map(committed))('$name', (staged) => {
  test('the API server finds no fault with any object', async () => {
    const verdicts = await Promise.all(judged(staged).map((object) => faults(object, open)));
    expect(verdicts.flat()).toEqual([]);
  });

  test('Pod Security at "restricted" finds no fault with any pod', async () => {
    const verdicts = await Promise.all(
      workloads(staged.objects).map((workload) => faults(podOf(workload), restricted)),
    );
    expect(verdicts.flat()).toEqual([]);
  });
});

test('a planted mistake is reported with object, field and the words of the server', async () => {
  const [workload] = environments().flatMap((name) => workloads(committed(name).objects));
  const planted = structuredClone(workload) as Manifest & { spec: { replica: number } };
  planted.spec.replica = 2;
  const [fault] = await faults(planted, open);
  expect(fault).toContain(called(planted));
  expect(fault).toContain('.spec.replica: field not declared in schema');
});

/** Everything, but on somebody's cluster not the kinds that it does not serve and not what belongs to no namespace. */
function judged({ objects }: Staged): Manifest[] {
  if (cluster().own) return [...objects];
  return objects.filter(({ apiVersion, metadata }) => isBuiltIn({ apiVersion }) && metadata.namespace);
}

/** A pod as the workload would make it, under the account that every namespace has. */
function podOf({ metadata, spec }: Manifest): Manifest {
  const claims = (spec?.volumeClaimTemplates ?? []).map((claim) => ({
    name: claim.metadata.name,
    persistentVolumeClaim: { claimName: claim.metadata.name },
  }));
  const template = spec?.template?.spec;
  const pod = { ...template, volumes: [...(template?.volumes ?? []), ...claims], serviceAccountName: 'default' };
  return { apiVersion: 'v1', kind: 'Pod', metadata, spec: pod as Manifest['spec'] };
}
