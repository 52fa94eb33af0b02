import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { build, PACKAGES } from './build';
import { chosenRelease } from './versions';

/** The programs of a control plane, wherever they came from. */
export interface Binaries {
  readonly folder: string;
  /** False for envtest assets: they have no controller manager and no scheduler. */
  readonly controllers: boolean;
}

/** `KUBEBUILDER_ASSETS` if it is set, else the cache, else a build with Go into the cache. */
export async function binaries(say: (line: string) => void): Promise<Binaries> {
  const assets = process.env['KUBEBUILDER_ASSETS'];
  if (assets) return fromAssets(assets);
  const release = chosenRelease();
  const folder = join(cache(), release.version);
  if (missing(folder, Object.keys(PACKAGES)).length > 0) await build(release, folder, say);
  return { folder, controllers: true };
}

function fromAssets(folder: string): Binaries {
  const [first] = missing(folder, ['etcd', 'kube-apiserver', 'kubectl']);
  if (first) throw new Error(`KUBEBUILDER_ASSETS=${folder} has no ${first}`);
  return { folder, controllers: missing(folder, ['kube-controller-manager', 'kube-scheduler']).length === 0 };
}

function missing(folder: string, names: readonly string[]): string[] {
  return names.filter((name) => !existsSync(join(folder, name)));
}

function cache(): string {
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'slipway', 'control-plane');
}
