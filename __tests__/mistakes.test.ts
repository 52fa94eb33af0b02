import { App, Chart } from 'cdk8s';
import { Application, Program, SynthesisError, WebService, Worker } from '../lib';
import { web } from './mistakes/mistake';
import { OF_APPLICATIONS } from './mistakes/of-applications';
import { OF_CONTAINERS } from './mistakes/of-containers';
import { OF_VALUES } from './mistakes/of-values';
import { OF_WORKLOADS } from './mistakes/of-workloads';
import { mistakesOf } from './support/program';
import { failure, mistakes, PROD } from './support/render';
import { dedent } from './support/yaml';

test.each([...OF_CONTAINERS, ...OF_WORKLOADS, ...OF_APPLICATIONS, ...OF_VALUES])(
  'fails when $when',
  ({ program, says, environment }) => {
    expect(mistakes(program, environment)).toEqual([says]);
  },
);

test('every message names a culprit, and ends with a remedy', () => {
  for (const { says } of [...OF_CONTAINERS, ...OF_WORKLOADS, ...OF_APPLICATIONS, ...OF_VALUES]) {
    expect(says).toMatch(/^[\w -]+: .+: [^:]+/);
  }
});

test('fails when a chart is in no environment', () => {
  const program = new Program();
  new Chart(program, 'loose');

  expect(mistakesOf(program)).toEqual([': loose: is in no environment: create it in program.environment(…)']);
});

test('fails when two environments have one name', () => {
  const program = new Program();
  new Application(program, 'shop', { name: 'prod', kubernetes: '1.33' });
  new Application(program, 'blog', { name: 'prod', kubernetes: '1.33' });

  expect(mistakesOf(program)).toEqual([
    `prod: prod: two environments have the name 'prod': use one object, or two names`,
  ]);
});

test('fails when a workload is in no application', () => {
  const chart = new Chart(new App(), 'loose');

  expect(failure(() => new WebService(chart, 'web', web))).toEqual(
    new Error('web: belongs to no application: create it in an Application'),
  );
});

test('fails with all mistakes at once, each with its environments', () => {
  const program = new Program();
  for (const environment of [PROD, { ...PROD, name: 'test' }]) {
    const shop = new Application(program, 'shop', environment);
    new WebService(shop, 'web', { ...web, user: 0, port: 70000 });
    new Worker(shop, 'mail', { image: '', user: 1000 });
  }

  const error = failure(() => program.render());
  expect(error).toBeInstanceOf(SynthesisError);
  expect((error as Error).message).toBe(dedent`
    3 mistakes in the program, so nothing was written
      prod, test: web: port 'http' is 70000: use a whole number from 1 to 65535
      prod, test: web: user is 0, which is root: use another number
      prod, test: mail: image is empty: name the image with a tag`);
});

test('fails with what every workload needs when one is given nothing', () => {
  const found = mistakes((shop) => {
    // @ts-expect-error
    new WebService(shop, 'web');
    // @ts-expect-error
    new Worker(shop, 'mail');
  });

  expect(found).toEqual([
    'web: image is undefined: name the image with a tag',
    'web: user is missing: give the numeric user that the image runs as, such as user: 1000',
    'web: has no port: say where it listens, such as port: 8080',
    'mail: image is undefined: name the image with a tag',
    'mail: user is missing: give the numeric user that the image runs as, such as user: 1000',
  ]);
});

test('a taken id hides no other mistake', () => {
  const found = mistakes((shop) => {
    for (const user of [1000, 0]) new Worker(shop, 'mail', { image: 'ghcr.io/acme/mail:2', user });
  });

  expect(found).toEqual([
    `mail: the id is taken in 'shop' already: give one of the two another one`,
    'mail-2: user is 0, which is root: use another number',
  ]);
});
