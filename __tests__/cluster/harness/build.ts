import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Release } from './versions';

/** The packages that are built, cheapest first, so that a mistake in the set-up shows early. */
export const PACKAGES: Readonly<Record<string, string>> = {
  etcd: 'go.etcd.io/etcd/server/v3',
  kubectl: 'k8s.io/kubernetes/cmd/kubectl',
  'kube-apiserver': 'k8s.io/kubernetes/cmd/kube-apiserver',
  'kube-controller-manager': 'k8s.io/kubernetes/cmd/kube-controller-manager',
  'kube-scheduler': 'k8s.io/kubernetes/cmd/kube-scheduler',
};

/** Builds what `folder` does not have yet of `release`; an interrupted build goes on where it was. */
export async function build(release: Release, folder: string, say: (line: string) => void): Promise<void> {
  needGo(release);
  mkdirSync(folder, { recursive: true });
  const began = Date.now();
  say(`building Kubernetes ${release.version} with Go; once, it takes minutes`);
  for (const [name, path] of Object.entries(PACKAGES)) {
    const file = join(folder, name);
    if (existsSync(file)) continue;
    const start = Date.now();
    await go(
      ['build', '-mod=readonly', '-trimpath', `-ldflags=${flags(release)}`, '-o', `${file}.part`, path],
      release,
    );
    renameSync(`${file}.part`, file);
    say(`  ${name}: ${seconds(start)} s, ${Math.round(statSync(file).size / 1e6)} MB`);
  }
  say(`built in ${seconds(began)} s: ${folder}`);
}

function needGo({ version }: Release): void {
  try {
    execFileSync('go', ['version'], { stdio: 'ignore' });
  } catch (cause) {
    throw new Error(
      `No control plane at hand, and no Go to build Kubernetes ${version} with. Either install Go (1.21 or newer), or set ` +
        'KUBEBUILDER_ASSETS to a folder with etcd, kube-apiserver and kubectl (`setup-envtest use -p path`), or ' +
        'SLIPWAY_CLUSTER=current to test on the cluster of your kubeconfig.',
      { cause },
    );
  }
}

/** The version is not in the sources: the official build stamps it in, and so do we. */
function flags({ minor, version }: Release): string {
  const stamp = { gitVersion: version, gitMajor: '1', gitMinor: minor.replace('v1.', ''), gitTreeState: 'archive' };
  const stamps = ['k8s.io/component-base/version', 'k8s.io/client-go/pkg/version'].flatMap((path) =>
    Object.entries(stamp).map(([name, value]) => `-X ${path}.${name}=${value}`),
  );
  return ['-s', '-w', ...stamps].join(' ');
}

function go(args: readonly string[], { minor }: Release): Promise<void> {
  const cwd = join(__dirname, '../control-plane', minor);
  const env = { ...process.env, CGO_ENABLED: '0', GOWORK: 'off' };
  return new Promise((resolve, reject) => {
    const child = spawn('nice', ['-n', '10', 'go', ...args], { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`go ${args.at(-1)}: exit ${code}`))));
  });
}

function seconds(since: number): number {
  return Math.round((Date.now() - since) / 1000);
}
