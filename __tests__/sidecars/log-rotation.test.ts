import { type ChildProcess, spawn } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebService } from '../../lib';
import { FluentBit, type FluentBitProps } from '../../lib/sidecars/fluent-bit';
import { LOG_ROTATION_SCRIPT } from '../../lib/sidecars/log-rotation';
import { containerOf, podOf } from '../support/objects';
import { mistakes, render } from '../support/render';
import { yaml } from '../support/yaml';

const web = { image: 'ghcr.io/acme/shop:1.4.2', user: 1000, port: 8080 };
const tail = '/var/log/shop/*.log';

function addFluentBit(props: object) {
  return (shop: ConstructorParameters<typeof WebService>[0]) =>
    new WebService(shop, 'web', web).addSidecar(new FluentBit({ tail, ...props } as FluentBitProps));
}

test('a container empties the log files at a quarter of their volume', () => {
  const deployment = render(addFluentBit({ size: '1Gi' })).get('Deployment');

  expect(podOf(deployment).spec.volumes).toContainEqual({ name: 'logs', emptyDir: { sizeLimit: '1Gi' } });
  expect(containerOf(deployment, 'log-rotate')).toEqual({
    name: 'log-rotate',
    image: 'docker.io/library/busybox:1.37.0',
    restartPolicy: 'Always',
    command: ['sh', '-c', LOG_ROTATION_SCRIPT],
    args: ['log-rotate', '/var/log/shop', '*.log', '262144', '10'],
    resources: { requests: { cpu: '5m', memory: '16Mi' }, limits: { memory: '16Mi' } },
    volumeMounts: [{ name: 'logs', mountPath: '/var/log/shop' }],
    securityContext: yaml`
      allowPrivilegeEscalation: false
      readOnlyRootFilesystem: true
      capabilities: { drop: [ALL] }
    `,
  });
});

test('limit, pace, image and resources can be chosen', () => {
  const rotate = {
    at: '100Mi',
    everySeconds: 60,
    image: 'registry.example.com/busybox:1',
    resources: { cpu: '1m', memory: '8Mi' },
  };

  expect(containerOf(render(addFluentBit({ rotate })).get('Deployment'), 'log-rotate')).toMatchObject({
    image: 'registry.example.com/busybox:1',
    args: ['log-rotate', '/var/log/shop', '*.log', '102400', '60'],
    resources: { requests: { cpu: '1m', memory: '8Mi' }, limits: { memory: '8Mi' } },
  });
});

test('an application that removes old files itself needs no such container', () => {
  const { spec } = podOf(render(addFluentBit({ rotate: 'application' })).get('Deployment'));

  expect(spec.initContainers?.map(({ name }) => name)).toEqual(['fluent-bit']);
});

test('the agent starts before the container that empties files, and so ends after it', () => {
  const { spec } = podOf(render(addFluentBit({})).get('Deployment'));

  expect(spec.initContainers?.map(({ name }) => name)).toEqual(['fluent-bit', 'log-rotate']);
});

test('there is nothing in the script that Kubernetes would take for a variable', () => {
  expect(LOG_ROTATION_SCRIPT).not.toMatch(/\$\(|\$\$/);
});

test.each([
  [{ rotate: { at: '64' } }, "rotate.at is '64': write a quantity from '1Mi' on, such as '64Mi'"],
  [{ rotate: { at: 'much' } }, "rotate.at is 'much': write a quantity from '1Mi' on, such as '64Mi'"],
  [
    { rotate: { at: '200Mi' } },
    'rotate.at (200Mi) must be at most half of the volume (256Mi), or the pod may be evicted before a look: lower it, or raise size',
  ],
  [{ rotate: { everySeconds: 0 } }, 'rotate.everySeconds is 0: use a whole number of seconds from 1 on'],
  [{ rotate: { keep: 5 } }, 'rotate.keep is unknown: use at, everySeconds, image, resources'],
])('fails for %j', (props, problem) => {
  expect(mistakes(addFluentBit(props))).toEqual([`web: ${problem}`]);
});

/** The script is a process, which is late on a busy machine. */
jest.setTimeout(60_000);

describe('the script', () => {
  let folder: string;
  let shell: ChildProcess | undefined;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'logs-'));
  });

  afterEach(() => {
    shell?.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  /** Runs the script as the container does, with a limit in KiB. */
  function start(limit: number, everySeconds: number): Promise<number | null> {
    shell = spawn(
      'sh',
      ['-c', LOG_ROTATION_SCRIPT, 'log-rotate', folder, '*.log', String(limit), String(everySeconds)],
      { stdio: 'ignore' },
    );
    return new Promise((resolve) => shell!.on('exit', resolve));
  }

  /** Ends the script as Kubernetes does. */
  async function stop(ended: Promise<number | null>): Promise<void> {
    shell!.kill('SIGTERM');
    expect(await ended).toBe(0);
  }

  const write = (name: string, kibibytes: number) => writeFileSync(join(folder, name), 'x'.repeat(kibibytes * 1024));
  const size = (name: string) => statSync(join(folder, name)).size;

  test('empties log files where they are, so that a writer that appends goes on', async () => {
    write('app.log', 300);
    const { ino } = statSync(join(folder, 'app.log'));
    const ended = start(100, 30);
    await until(() => size('app.log') === 0);
    appendFileSync(join(folder, 'app.log'), 'next\n');
    await stop(ended);

    expect(readFileSync(join(folder, 'app.log'), 'utf8')).toBe('next\n');
    expect(statSync(join(folder, 'app.log')).ino).toBe(ino);
  });

  test('counts all files together, and empties only those that match', async () => {
    for (const name of ['one.log', 'a name.log', 'notes.txt']) write(name, 60);
    mkdirSync(join(folder, 'old'));
    write('old/two.log', 60);
    const ended = start(150, 30);
    await until(() => size('one.log') === 0 && size('a name.log') === 0);
    await stop(ended);

    expect([size('notes.txt'), size('old/two.log')]).toEqual([60 * 1024, 60 * 1024]);
  });

  test('leaves files alone below the limit, and looks again', async () => {
    write('app.log', 20);
    const ended = start(100, 1);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(size('app.log')).toBe(20 * 1024);

    write('app.log', 200);
    await until(() => size('app.log') === 0);
    await stop(ended);
  });

  test('ends long before the next look, also while it waits', async () => {
    write('app.log', 200);
    const ended = start(100, 600);
    await until(() => size('app.log') === 0);
    await new Promise((resolve) => setTimeout(resolve, 100));

    shell!.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  test('waits for a folder that is not there yet', async () => {
    rmSync(folder, { recursive: true });
    const ended = start(100, 1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    mkdirSync(folder);
    write('app.log', 200);
    await until(() => size('app.log') === 0);
    await stop(ended);

    expect(existsSync(folder)).toBe(true);
  });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
