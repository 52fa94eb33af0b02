import { describeOnOwnCluster, kubectl } from './support/cluster';
import { committed, environments, type Staged } from './support/environments';
import { makeReferredSecrets, settled, takeAway } from './support/live';
import type { Manifest } from './support/objects';
import { provideStorageClasses } from './support/storage-classes';

/** `kubectl apply` on an empty cluster, as users do it. */
const WAYS = {
  'on the client': ['apply', '--validate=strict', '-f'],
  'on the server': ['apply', '--validate=strict', '--server-side', '-f'],
};

test('there is something to apply', () => {
  expect(environments().length).toBeGreaterThan(0);
});

describeOnOwnCluster.each(environments().map(committed))('$name', (staged) => {
  beforeAll(() => provideStorageClasses(staged));

  describe.each(Object.entries(WAYS))('applied %s', (_way, apply) => {
    afterAll(() => takeAway(staged));

    test('goes in whole with one command, without an error or a warning', () => {
      const lines = kubectl(...apply, staged.folder)
        .trimEnd()
        .split('\n');
      expect(lines).toHaveLength(staged.objects.length);
      expect(lines.filter((line) => !/ (created|serverside-applied)$/.test(line))).toEqual([]);
    });

    test('changes nothing the second time', async () => {
      await makeReferredSecrets(staged);
      await settled(staged);
      expect(await changedByApplying(apply, staged)).toEqual([]);
    });
  });
});

/** What has another resourceVersion after the command; three tries, since controllers write to the same objects. */
async function changedByApplying(apply: readonly string[], { folder }: Staged): Promise<string[]> {
  let moved: string[] = [];
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const before = versions(folder);
    kubectl(...apply, folder);
    const after = versions(folder);
    moved = [...after].filter(([object, version]) => before.get(object) !== version).map(([object]) => object);
    if (moved.length === 0) break;
  }
  return moved;
}

function versions(folder: string): Map<string, string | undefined> {
  const { items } = JSON.parse(kubectl('get', '-f', folder, '-o', 'json')) as { items: Manifest[] };
  return new Map(items.map(({ kind, metadata }) => [`${kind}/${metadata.name}`, metadata.resourceVersion]));
}
