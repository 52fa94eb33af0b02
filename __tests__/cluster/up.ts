import { binaries } from './harness/binaries';
import { ownCluster } from './harness/own-cluster';

/** A control plane to try things on by hand: `npx tsx __tests__/cluster/up.ts`; Ctrl-C ends it and leaves nothing. */
async function up(): Promise<void> {
  const found = await binaries((line) => console.error(line));
  const { plane } = await ownCluster(found);
  console.log(`export KUBECONFIG=${plane.kubeconfig}`);
  console.log(`export PATH=${found.folder}:$PATH`);
  console.log(`# server=${plane.connection.server}`);
  console.error('up; Ctrl-C ends it');
  const stop = () => void plane.stop().then(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}

void up();
