import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { command, type Ended } from './command';

const ROOT = join(__dirname, '../..');

/** Compiles `lib` into a folder as the package is, so that no time goes into compiling while it runs. */
export function compile(folder: string): void {
  const built = command('npx', ['--no-install', 'tsc', '-p', join(ROOT, 'tsconfig.build.json'), '--outDir', folder]);
  if (built.exitCode !== 0) throw new Error(`lib does not compile: ${built.output}`);
  cpSync(join(ROOT, 'lib/manifest/schema/data'), join(folder, 'manifest/schema/data'), { recursive: true });
}

/** Where compiled code finds the packages that it needs. */
export const WITH_PACKAGES = { ...process.env, NODE_PATH: join(ROOT, 'node_modules') };

/** `slipway`, compiled into a folder. */
export function slipway(folder: string): (...words: readonly string[]) => Ended {
  compile(folder);
  const main = join(folder, 'cli/main.js');
  return (...words) =>
    command(process.execPath, ['-e', 'require(process.argv[1]).main()', main, ...words], WITH_PACKAGES);
}
