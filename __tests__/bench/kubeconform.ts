import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { command, type Ended } from './command';
import { writeJsonSchemas } from './json-schemas';

/** The release that is compared with; https://github.com/yannh/kubeconform */
const VERSION = 'v0.8.0';

/** The release of Kubernetes whose kinds it knows; `write-shops.ts` renders for the same. */
const KUBERNETES = 'v1.33.13';

/** Kubeconform, built with Go into the cache when it is needed first; `undefined` where there is no Go. */
export function kubeconform(): ((folder: string) => Ended) | undefined {
  const program = join(cache(), VERSION, 'kubeconform');
  const schemas = join(cache(), VERSION, `kubernetes-${KUBERNETES}`);
  if (!existsSync(program) && !build(join(cache(), VERSION))) return undefined;
  if (!existsSync(schemas)) writeJsonSchemas(KUBERNETES, schemas);
  const location = join(schemas, '{{ .ResourceKind }}{{ .KindSuffix }}.json');
  return (folder) => command(program, ['-strict', '-summary', '-schema-location', location, folder]);
}

function build(folder: string): boolean {
  if (spawnSync('go', ['version']).error) return false;
  console.error(`building kubeconform ${VERSION} with Go, once: ${folder}`);
  mkdirSync(folder, { recursive: true });
  const env = { ...process.env, CGO_ENABLED: '0', GOWORK: 'off', GOFLAGS: '-mod=mod', GOBIN: folder };
  execFileSync('go', ['install', `github.com/yannh/kubeconform/cmd/kubeconform@${VERSION}`], { env, stdio: 'inherit' });
  return true;
}

function cache(): string {
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'slipway', 'kubeconform');
}
