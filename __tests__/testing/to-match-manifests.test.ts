import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Application, Config, Program, toMatchManifests } from '../../lib';
import { writeFiles } from '../../lib/synth/write';

expect.extend({ toMatchManifests });

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'slipway-matcher-')), 'dist');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

function shop(level = 'info'): Program {
  const program = new Program();
  const application = new Application(program, 'shop', { name: 'prod', kubernetes: '1.33' });
  new Config(application, 'web', { data: { LOG_LEVEL: level }, rollout: 'checksum' });
  return program;
}

/** The matcher as jest calls it: `all` with -u, `none` with --ci, else `new`. */
function match(update: 'all' | 'new' | 'none', program = shop()): { pass: boolean; message: string } {
  const context = {
    utils: { diff: (before: unknown, after: unknown) => `${before} → ${after}` },
    snapshotState: { _updateSnapshot: update },
  };
  const { pass, message } = toMatchManifests.call(context, program, folder);
  return { pass, message: message() };
}

test('a program matches the folder that it was rendered into', () => {
  writeFiles(folder, shop().render().files);

  expect(shop()).toMatchManifests(folder);
  expect(shop('debug')).not.toMatchManifests(folder);
});

test('the folder is written the first time, as a snapshot is', () => {
  expect(match('new').pass).toBe(true);
  expect(existsSync(join(folder, 'prod/shop.k8s.yaml'))).toBe(true);
});

test('with -u the folder is written although it differs', () => {
  writeFiles(folder, shop().render().files);

  expect(match('all', shop('debug')).pass).toBe(true);
  expect(readFileSync(join(folder, 'prod/shop.k8s.yaml'), 'utf8')).toContain('LOG_LEVEL: debug');
});

test('with --ci nothing is written, and a missing file fails', () => {
  const { pass, message } = match('none');

  expect(pass).toBe(false);
  expect(message).toBe(
    `${folder} does not hold what the program renders. If the change is meant, run jest with -u and commit ${folder}.\n\n` +
      'prod/shop.k8s.yaml: is rendered, but not there',
  );
  expect(existsSync(folder)).toBe(false);
});

test('fails when a file differs, and shows how', () => {
  writeFiles(folder, shop().render().files);
  const { pass, message } = match('new', shop('debug'));

  expect(pass).toBe(false);
  expect(message).toMatch(
    /prod\/shop\.k8s\.yaml: differs\n# slipway: [\s\S]*LOG_LEVEL: info[\s\S]*→[\s\S]*LOG_LEVEL: debug/,
  );
  expect(readFileSync(join(folder, 'prod/shop.k8s.yaml'), 'utf8')).toContain('LOG_LEVEL: info');
});

test('says what applying the difference would do', () => {
  writeFiles(folder, shop().render().files);

  expect(match('none', shop('debug')).message).toContain(`
prod: 1 resource changes in place
committed → rendered; kubectl apply, server-side or not, Kubernetes 1.33

~   ConfigMap shop/web changes in place: LOG_LEVEL info → debug
`);
});

test('says nothing of what it would do if the committed file is broken', () => {
  writeFiles(folder, shop().render().files);
  writeFileSync(join(folder, 'prod/shop.k8s.yaml'), '# slipway: application=shop\na: [');

  expect(match('none').message).toMatch(/commit \S+\.\n\nprod\/shop\.k8s\.yaml: differs\n/);
});

test('fails when a rendered file is left that nothing renders any more', () => {
  writeFiles(folder, shop().render().files);
  writeFileSync(join(folder, 'prod/old.k8s.yaml'), '# slipway: application=old\n');
  writeFileSync(join(folder, 'prod/by-hand.yaml'), 'kind: List\n');

  expect(match('none')).toMatchObject({
    pass: false,
    message: expect.stringMatching(/\n\nprod\/old\.k8s\.yaml: is there, but nothing renders it any more$/),
  });
});

test('fails when the program has a mistake, with the mistake', () => {
  const program = new Program();
  new Application(program, 'Shop', { name: 'prod', kubernetes: '1.33' });

  expect(() => match('all', program)).toThrow("id 'Shop' is no valid name");
});
