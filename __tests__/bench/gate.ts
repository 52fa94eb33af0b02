/**
 * How long the gate takes for objects that are parsed already, as when a program is rendered: the first time in a process
 * and later times, in ratio to parsing the same files with js-yaml. `npm run bench`
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { loadAll } from 'js-yaml';
import { loadManifests } from '../../lib/manifest/load';
import type { Resource } from '../../lib/manifest/resource';
import { check } from '../../lib/policy/check';
import { writeShops } from './shops';
import { inFolder, inTurn, secondsOf } from './timing';

const SIZES = [1000, 6000];
const RUNS = 7;

/** What `npm run synth` asks of Node, and what it does if nobody asks: four threads that compile, on any machine. */
const THREADS = ['--v8-pool-size=0', '--v8-pool-size=4'];

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.log(
    'node                objects   first: s   later: s   objects/s   js-yaml: s   ratio of first   ratio of later to js-yaml',
  );
  for (const objects of SIZES) inFolder((fresh) => inProcessesOfTheirOwn(fresh, objects));
} else measure(folder);

/** Whatever has been rendered before would have warmed the gate up. */
function inProcessesOfTheirOwn(files: string, objects: number): void {
  writeShops(files, objects);
  for (const threads of THREADS) {
    process.stdout.write(threads.padEnd(20));
    execFileSync(process.execPath, [threads, '--import', 'tsx', __filename, files], { stdio: 'inherit' });
  }
}

/** Copies are judged later, as much is remembered of objects that have been judged. */
function measure(files: string): void {
  const { manifests } = loadManifests([files]);
  const texts = manifests.map(({ file }) => readFileSync(file, 'utf8'));
  const first = manifests.flatMap(({ resources }) => resources);
  const external = manifests.flatMap(({ header }) => header.external ?? []);
  const copies = Array.from({ length: RUNS }, () =>
    first.map(({ object, origin }) => ({ object: structuredClone(object), origin })),
  );
  const judge = (resources: readonly Resource[]): void => {
    const target = { kubernetes: '1.33', podSecurity: 'restricted', preset: 'production', external } as const;
    const findings = check(resources, target);
    if (findings.length > 0) throw new Error(`the shops are in order, but ${findings[0]!.message}`);
  };
  const cold = secondsOf(() => judge(first));
  const again = () => judge(copies.pop()!);
  const [later, parsing] = inTurn([again, () => texts.forEach((text) => loadAll(text))], RUNS) as [number, number];
  const cells = [first.length, cold, later, first.length / later, parsing, cold / parsing, later / parsing];
  console.log(cells.map((cell) => cell.toFixed(cell < 100 ? 3 : 0).padStart(7)).join('   '));
}
