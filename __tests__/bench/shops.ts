import { join } from 'node:path';
import { command } from './command';
import { OBJECTS_OF_A_SHOP } from './shop-program';

/** Writes the files of so many objects, 25 in each, in a process of its own, so that nothing is warm in this one. */
export function writeShops(folder: string, objects: number): void {
  const shops = objects / OBJECTS_OF_A_SHOP;
  const script = join(__dirname, 'write-shops.ts');
  const { exitCode, output } = command('npx', ['--no-install', 'tsx', script, folder, String(shops)]);
  const written = /^objects: (\d+), findings: 0$/m.exec(output)?.[1];
  if (exitCode !== 0 || Number(written) !== objects) throw new Error(`not the ${objects} objects:\n${output}`);
}
