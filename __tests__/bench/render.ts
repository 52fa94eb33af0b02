/**
 * How long rendering takes, beside cdk8s with cdk8s-plus on as many applications of the same parts, in one run and in
 * turn, so that the ratio holds when the machine's speed drifts. `npm run bench`
 */
import { App, Chart } from 'cdk8s';
import { ConfigMap, Deployment, Service } from 'cdk8s-plus-28';
import { Application, Program, WebService } from '../../lib';
import { writeFiles } from '../../lib/synth/write';
import { inFolder, median, secondsOf } from './timing';

const RUNS = 5;
const PROD = { name: 'prod', kubernetes: '1.33' };
const image = 'ghcr.io/acme/shop:1.4.2';

function slipway(applications: number, folder: string): number {
  const program = new Program();
  for (let index = 0; index < applications; index++) {
    const shop = new Application(program, `shop-${index}`, PROD);
    new WebService(shop, 'web', { image, user: 1000, port: 8080, config: { LOG_LEVEL: 'info' } });
  }
  const { files } = program.render();
  writeFiles(folder, files);
  return files.reduce((sum, { resources }) => sum + resources.length, 0);
}

function cdk8s(applications: number, folder: string): number {
  const app = new App({ outdir: folder });
  for (let index = 0; index < applications; index++) {
    const chart = new Chart(app, `shop-${index}`, { namespace: `shop-${index}` });
    const map = new ConfigMap(chart, 'config', { data: { LOG_LEVEL: 'info' } });
    const web = new Deployment(chart, 'web', { containers: [{ name: 'web', image, ports: [{ number: 8080 }] }] });
    new Service(chart, 'service', { selector: web, ports: [{ port: 80, targetPort: 8080 }] });
    map.addData('KEY', 'value');
  }
  app.synth();
  return applications * 3;
}

/** Seconds of one run into a fresh folder, and the objects that it wrote. */
function timed(render: (applications: number, folder: string) => number, applications: number): [number, number] {
  return inFolder((folder) => {
    let objects = 0;
    const seconds = secondsOf(() => {
      objects = render(applications, folder);
    });
    return [seconds, objects];
  });
}

console.log('applications  slipway: s, objects, ms/object   cdk8s: s, objects, ms/object   ratio per object');
for (const applications of [1, 10, 100, 300]) {
  timed(slipway, applications);
  timed(cdk8s, applications);
  const pairs = Array.from({ length: RUNS }, () => [timed(slipway, applications), timed(cdk8s, applications)] as const);
  const [ours, theirs] = [0, 1].map((side) => {
    const seconds = median(pairs.map((pair) => pair[side]![0]));
    const objects = pairs[0]![side]![1];
    return { seconds, objects, each: (seconds / objects) * 1000 };
  }) as [Side, Side];
  console.log(
    `${String(applications).padStart(12)}  ${describe(ours)}   ${describe(theirs)}   ${(ours.each / theirs.each).toFixed(2)}`,
  );
}

interface Side {
  readonly seconds: number;
  readonly objects: number;
  readonly each: number;
}

function describe({ seconds, objects, each }: Side): string {
  return `${seconds.toFixed(3)}, ${objects}, ${each.toFixed(2)}`.padStart(28);
}
