import { type Application, Claim, type SidecarHost, type Volume, Worker } from '../../lib';
import { mistakes, render } from '../support/render';

const image = 'ghcr.io/acme/mail:2';
const once = { image, user: 1000, singleton: true } as const;

/** Two workloads that mount what they are given. */
function share(shop: Application, files: () => Volume): void {
  for (const id of ['mail', 'scan']) new Worker(shop, id, once).mount('/files', files());
}

test.each(['ReadWriteOnce', 'ReadWriteOncePod'] as const)('fails when two workloads mount one %s claim', (mode) => {
  const message =
    `scan: volume 'files' is ${mode}, so one workload can have it, but 'mail' mounts it too: ` +
    `use accessMode 'ReadWriteMany', or mount it in one of them`;

  expect(
    mistakes((shop) => {
      const files = new Claim(shop, 'files', { size: '1Gi', accessMode: mode });
      share(shop, () => files);
    }),
  ).toEqual([message]);
  expect(mistakes((shop) => share(shop, () => Claim.fromExisting('files', mode)))).toEqual([message]);
});

test('two workloads mount a claim that many may write, and claims of their own', () => {
  const { objects } = render((shop) => {
    share(shop, () => Claim.fromExisting('files', 'ReadWriteMany'));
    for (const id of ['a', 'b']) new Worker(shop, id, once).mount('/own', Claim.fromExisting(id, 'ReadWriteOnce'));
  });

  expect(objects.filter(({ kind }) => kind === 'Deployment')).toHaveLength(4);
});

test('the containers of one workload share a claim', () => {
  const { get } = render((shop) => {
    const files = new Claim(shop, 'files', { size: '1Gi', accessMode: 'ReadWriteOnce' });
    const worker = new Worker(shop, 'mail', once);
    worker.mount('/files', files);
    worker.addSidecar({
      bind: (pod: SidecarHost) => pod.addSidecarContainer('scan', { image }).mount('/files', files),
    });
  });

  expect(get('Deployment').metadata.name).toBe('mail');
});
