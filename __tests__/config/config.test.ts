import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigMap } from 'cdk8s-plus-28';
import { Config, type ConfigProps, Worker } from '../../lib';
import { containerOf, podOf } from '../support/objects';
import { type Rendered, render } from '../support/render';
import { yaml } from '../support/yaml';

const mail = { image: 'ghcr.io/acme/mail:2', user: 1000 };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'config-'));
  mkdirSync(join(folder, 'themes/nested'), { recursive: true });
  writeFileSync(join(folder, 'mail.conf'), '[smtp]\nhost = mx\n');
  writeFileSync(join(folder, 'logo.png'), Buffer.from([0x89, 0x50, 0xff]));
  writeFileSync(join(folder, 'themes/dark.css'), 'body { color: white }\n');
  writeFileSync(join(folder, 'themes/light.css'), 'body { color: black }\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The ConfigMap of a config with these props. */
function configMap(props: ConfigProps, id = 'settings') {
  return render((shop) => new Config(shop, id, props)).get('ConfigMap');
}

function nameOf(props: ConfigProps): string {
  return configMap(props).metadata.name;
}

test('every prop of a config is in its ConfigMap', () => {
  const every: Required<ConfigProps> = {
    data: { PAGE_SIZE: 20, DEBUG: false, GREETING: 'hello' },
    files: { 'mail.conf': join(folder, 'mail.conf'), 'logo.png': join(folder, 'logo.png') },
    folder: join(folder, 'themes'),
    binary: { 'key.der': Uint8Array.of(0x30, 0x82) },
    rollout: 'checksum',
    workload: 'mail',
  };

  expect(configMap(every)).toEqual(yaml`
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: settings
      namespace: shop
      labels:
        app.kubernetes.io/instance: shop
        app.kubernetes.io/name: mail
        app.kubernetes.io/managed-by: slipway
    data:
      DEBUG: 'false'
      GREETING: hello
      PAGE_SIZE: '20'
      dark.css: |
        body { color: white }
      light.css: |
        body { color: black }
      mail.conf: |
        [smtp]
        host = mx
    binaryData:
      key.der: MII=
      logo.png: iVD/
  `);
});

test('keys are sorted, whatever the order of their declaration', () => {
  const { data } = configMap({ data: { b: 1, a: 2, C: 3, '10': 4, '9': 5 } });

  expect(Object.keys(data as object)).toEqual(['9', '10', 'C', 'a', 'b']);
});

test('bytes that are text become text, others binary data', () => {
  expect(configMap({ binary: { text: Buffer.from('grüße\n'), bytes: Uint8Array.of(0xc3, 0x28) } })).toMatchObject(
    yaml`
    data: { text: "grüße\n" }
    binaryData: { bytes: wyg= }
  ` as object,
  );
});

describe('rollout by name', () => {
  test('the name ends with a digest, and the map is immutable', () => {
    const { metadata, immutable } = configMap({ data: { a: 1 } });

    expect(metadata.name).toMatch(/^settings-[0-9a-f]{10}$/);
    expect(immutable).toBe(true);
  });

  test('the name changes with the content and nothing else', () => {
    const same = nameOf({ data: { a: 1, b: 2 } });

    expect(nameOf({ data: { b: '2', a: '1' } })).toBe(same);
    expect(nameOf({ data: { a: 1, b: 2 }, workload: 'mail', rollout: 'name' })).toBe(same);
    expect(nameOf({ data: { a: 1, b: 3 } })).not.toBe(same);
    expect(nameOf({ data: { a: 1, c: 2 } })).not.toBe(same);
    expect(nameOf({ data: { a: 1 }, binary: { b: Uint8Array.of(0xff) } })).not.toBe(same);
  });
});

/** Workers that use a config in every way, and one that does not. */
function rolled(page: number): Rendered {
  return render((shop) => {
    const settings = new Config(shop, 'settings', { data: { PAGE: page }, rollout: 'checksum' });
    new Worker(shop, 'mail', { ...mail, config: settings });
    new Worker(shop, 'print', { ...mail, env: { PAGE: settings.key('PAGE') } });
    new Worker(shop, 'scan', mail).mount('/etc/scan', settings);
    new Worker(shop, 'other', mail);
  });
}

function annotationsOf({ get }: Rendered, worker: string) {
  return podOf(get('Deployment', worker)).metadata.annotations;
}

test('rollout by checksum keeps the name and annotates the pods', () => {
  expect(rolled(1).get('ConfigMap').metadata.name).toBe('settings');
  for (const worker of ['mail', 'print', 'scan']) {
    expect(annotationsOf(rolled(1), worker)).toEqual({
      'slipway.dev/checksum-settings': expect.stringMatching(/^[0-9a-f]{10}$/),
    });
    expect(annotationsOf(rolled(2), worker)).not.toEqual(annotationsOf(rolled(1), worker));
  }
  expect(annotationsOf(rolled(2), 'other')).toBeUndefined();
});

test('a config is all variables, one of them, or files', () => {
  const { get, yaml: text } = render((shop) => {
    const settings = new Config(shop, 'settings', { data: { PAGE: 20 }, rollout: 'checksum' });
    const worker = new Worker(shop, 'mail', {
      ...mail,
      tmp: false,
      config: settings,
      env: { SIZE: settings.key('PAGE') },
    });
    worker.mount('/etc/mail', settings);
    worker.mount('/etc/page', settings, { subPath: 'PAGE' });
  });

  expect(containerOf(get('Deployment'), 'mail')).toMatchObject(
    yaml`
    envFrom: [{ configMapRef: { name: settings } }]
    env: [{ name: SIZE, valueFrom: { configMapKeyRef: { name: settings, key: PAGE } } }]
    volumeMounts:
      - { name: settings, mountPath: /etc/mail, readOnly: true }
      - { name: settings, mountPath: /etc/page, subPath: PAGE, readOnly: true }
  ` as object,
  );
  expect(text('Deployment')).toContain(
    'volumes:\n        - name: settings\n          configMap:\n            name: settings\n',
  );
});

test('one config serves two workloads and is rendered once', () => {
  const { get } = render((shop) => {
    const settings = new Config(shop, 'settings', { data: { PAGE: 20 } });
    for (const id of ['mail', 'print']) new Worker(shop, id, { ...mail, config: settings });
  });
  const { name } = get('ConfigMap').metadata;

  for (const id of ['mail', 'print']) {
    expect(containerOf(get('Deployment', id), id)).toMatchObject({ envFrom: [{ configMapRef: { name } }] });
  }
});

test.each([
  ['by its name', () => Config.fromExisting('ca.bundle')],
  ['from cdk8s-plus', (shop: never) => Config.fromExisting(ConfigMap.fromConfigMapName(shop, 'ca', 'ca.bundle'))],
])('a ConfigMap that exists already is used %s', (_, existing) => {
  const { get, ids } = render((shop) => {
    const bundle = existing(shop as never);
    const worker = new Worker(shop, 'mail', { ...mail, tmp: false, config: bundle, env: { CA: bundle.key('ca.crt') } });
    worker.mount('/etc/ca', bundle);
  });

  expect(ids.filter((id) => id.startsWith('ConfigMap'))).toEqual([]);
  expect(podOf(get('Deployment')).spec).toMatchObject(
    yaml`
    containers:
      - envFrom: [{ configMapRef: { name: ca.bundle } }]
        env: [{ name: CA, valueFrom: { configMapKeyRef: { name: ca.bundle, key: ca.crt } } }]
        volumeMounts: [{ name: ca-bundle, mountPath: /etc/ca, readOnly: true }]
    volumes: [{ name: ca-bundle, configMap: { name: ca.bundle } }]
  ` as object,
  );
});

test('a long id fits, as a config of a workload has one', () => {
  const id = `${'w'.repeat(52)}-otel-agent`;

  expect(configMap({ data: { a: 1 } }, id).metadata.name).toMatch(/^w{52}-otel-agent-[0-9a-f]{10}$/);
});
