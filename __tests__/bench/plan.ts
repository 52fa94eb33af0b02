/**
 * How long `slipway plan` takes from files, from its start to its end, beside reading both sides with js-yaml alone, in one
 * run and in turn: 3,000 objects of 150 applications, of which one hundred objects change. `npm run bench`
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { Application, Credentials, Internet, Postgres, Program, WebService, Worker } from '../../lib';
import { writeFiles } from '../../lib/synth/write';
import { slipway } from './compiled';
import { inFolder, inTurn } from './timing';

const RUNS = 5;
const APPLICATIONS = 150;
const CHANGED = 100;
const PROD = { name: 'prod', kubernetes: '1.33' };

inFolder((folder) => {
  const [before, after] = [join(folder, 'before'), join(folder, 'after')];
  const objects = render(before, 0);
  render(after, CHANGED);
  const run = slipway(join(folder, 'compiled'));
  const [plan, parsing] = inTurn(
    [() => expectPlan(run('plan', '--before', before, '--after', after)), () => [before, after].forEach(parseAll)],
    RUNS,
  ) as [number, number];
  console.log(`${objects} objects, ${CHANGED} of them changed        s   ratio to js-yaml`);
  console.log(
    `slipway plan                            ${plan.toFixed(3)}   ${(plan / parsing).toFixed(2).padStart(16)}`,
  );
  console.log(`js-yaml reads both sides                ${parsing.toFixed(3)}   ${'1.00'.padStart(16)}`);
});

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

/** A plan that does not find the changes is not worth a measurement. */
function expectPlan({ exitCode, output }: ReturnType<ReturnType<typeof slipway>>): void {
  if (exitCode !== 2 || !output.includes(`${CHANGED} Deployments restart`)) {
    throw new Error(`the plan ends with ${exitCode}:\n${output.slice(0, 2000)}`);
  }
}

function parseAll(folder: string): void {
  for (const file of readdirSync(join(folder, 'prod'))) loadAll(readFileSync(join(folder, 'prod', file), 'utf8'));
}
