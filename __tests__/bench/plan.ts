/**
 * How long a plan takes from files, beside reading both sides with js-yaml alone, in one run and in turn. 3,000 objects of
 * 150 applications, of which one hundred objects change. `npm run bench`
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { Application, Postgres, Credentials, Program, WebService, Worker, Internet } from '../../lib';
import { run } from '../../lib/cli/run';
import { writeFiles } from '../../lib/synth/write';

const RUNS = 5;
const APPLICATIONS = 150;
const CHANGED = 100;
const PROD = { name: 'prod', kubernetes: '1.33' };
const slipway = join(__dirname, '..', '..', 'bin', 'slipway.js');

/** Renders the applications into a folder; some have a newer image. */
function render(folder: string, changed: number): number {
  const program = new Program();
  for (let index = 0; index < APPLICATIONS; index++) {
    const shop = new Application(program, `shop-${index}`, PROD);
    const image = `ghcr.io/acme/shop:1.4.${index < changed ? 3 : 2}`;
    const credentials = Credentials.fromExistingSecret(shop, 'credentials', ['PASSWORD']);
    const db = new Postgres(shop, 'db', { version: '17', storage: '10Gi', password: credentials.key('PASSWORD') });
    const health = { live: '/livez', ready: '/readyz' };
    const web = new WebService(shop, 'web', { image, user: 1000, port: 8080, scale: 2, health, config: { A: '1' } });
    const worker = new Worker(shop, 'worker', { image: 'ghcr.io/acme/worker:1', user: 1000, config: { A: '1' } });
    for (const workload of [web, worker]) workload.connectTo(db);
    worker.connectTo(Internet.https());
  }
  const { files } = program.render();
  writeFiles(folder, files);
  return files.reduce((sum, { resources }) => sum + resources.length, 0);
}

function seconds(action: () => void): number {
  const start = process.hrtime.bigint();
  action();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function parseAll(folder: string): void {
  for (const file of readdirSync(join(folder, 'prod'))) loadAll(readFileSync(join(folder, 'prod', file), 'utf8'));
}

const folder = mkdtempSync(join(tmpdir(), 'slipway-bench-'));
try {
  const [before, after] = [join(folder, 'before'), join(folder, 'after')];
  const objects = render(before, 0);
  render(after, CHANGED);
  const words = ['plan', '--before', before, '--after', after, '--format', 'json'];
  const command = () => {
    try {
      execFileSync(process.execPath, [slipway, ...words], { maxBuffer: 2 ** 30 });
    } catch (error) {
      if ((error as { status: number }).status !== 2) throw error;
    }
  };
  const surroundings = { today: '2026-11-22', colored: false };
  const rounds = Array.from({ length: RUNS }, () => [
    seconds(command),
    seconds(() => run(words, surroundings)),
    seconds(() => [before, after].forEach(parseAll)),
  ]);
  const [whole, warm, parsing] = [0, 1, 2].map((column) => median(rounds.map((round) => round[column]!)));
  console.log(`${objects} objects, ${CHANGED} of them changed`);
  console.log(`slipway plan, start-up included  ${whole!.toFixed(3)} s`);
  console.log(`slipway plan, in this process    ${warm!.toFixed(3)} s`);
  console.log(
    `js-yaml alone reads both sides   ${parsing!.toFixed(3)} s; the plan takes ${(warm! / parsing!).toFixed(2)} times as long`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
