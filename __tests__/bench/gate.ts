/**
 * How long the gate takes for objects that a program has rendered and nobody has parsed: the first time in a process and
 * later times, in ratio to parsing the same files with js-yaml. It is compiled, as programs have it from the package; from
 * the sources it takes longer, as tsx has each function named while it runs. `npm run bench`
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { compile, WITH_PACKAGES } from './compiled';
import { OBJECTS_OF_A_SHOP, shopProgram } from './shop-program';
import { inFolder, median, secondsOf } from './timing';

/** How many objects, and in how many environments, each of which is judged by itself. */
const SETS = [
  [1000, 1],
  [6000, 1],
  [6000, 3],
] as const;
const RUNS = 6;

/** What `npm run synth` asks of Node, and what it does if nobody asks: four threads that compile, on any machine. */
const THREADS = ['--v8-pool-size=0', '--v8-pool-size=4'];

const [compiled, objects, environments] = process.argv.slice(2);
if (compiled === undefined) {
  console.log(
    'node                objects   environments   first: s   later: s   js-yaml: s   ratio of first   ratio of later to js-yaml',
  );
  inFolder(inProcessesOfTheirOwn);
} else measure(compiled, Number(objects), Number(environments));

/** Whatever has been judged before would have warmed the gate up. */
function inProcessesOfTheirOwn(folder: string): void {
  compile(folder);
  for (const set of SETS) {
    for (const threads of THREADS) {
      process.stdout.write(threads.padEnd(20));
      const words = [threads, '--import', 'tsx', __filename, folder, ...set.map(String)];
      execFileSync(process.execPath, words, { stdio: 'inherit', env: WITH_PACKAGES });
    }
  }
}

/** Each rendering makes objects afresh, so that nothing is remembered of those that have been judged. */
function measure(folder: string, count: number, parts: number): void {
  const lib = require(join(folder, 'index')) as typeof import('../../lib');
  const judging = secondsIn(require(join(folder, 'policy/check')) as typeof import('../../lib/policy/check'), 'judge');
  const names = Array.from({ length: parts }, (_, index) => `environment-${index}`);
  const program = shopProgram(lib, count / parts / OBJECTS_OF_A_SHOP, names);
  const rendered = Array.from({ length: RUNS }, () => {
    const { files, findings } = program.render();
    if (findings.length > 0) throw new Error(`the shops are in order, but ${findings[0]!.message}`);
    const made = files.reduce((sum, { resources }) => sum + resources.length, 0);
    if (made !== count) throw new Error(`not ${count} objects, but ${made}`);
    return { judged: judging.splice(0).reduce((sum, seconds) => sum + seconds, 0), files };
  });
  const [first, ...others] = rendered.map(({ judged }) => judged) as [number, ...number[]];
  const later = median(others);
  const parsing = median(rendered.map(({ files }) => secondsOf(() => files.forEach(({ text }) => void loadAll(text)))));
  const cells = [count, parts, first, later, parsing, first / parsing, later / parsing];
  console.log(cells.map((cell) => (Number.isInteger(cell) ? String(cell) : cell.toFixed(3)).padStart(9)).join('   '));
}

/** How long each call of a function of a module takes from now on. */
function secondsIn<Module extends object>(module: Module, name: keyof Module): number[] {
  const seconds: number[] = [];
  const call = module[name] as (...words: readonly unknown[]) => unknown;
  const timed = (...words: readonly unknown[]): unknown => {
    let result: unknown;
    seconds.push(secondsOf(() => (result = call(...words))));
    return result;
  };
  Object.defineProperty(module, name, { value: timed });
  return seconds;
}
