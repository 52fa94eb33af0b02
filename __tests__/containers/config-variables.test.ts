import { Config, WebService } from '../../lib';
import { containerOf, podOf } from '../support/objects';
import { render } from '../support/render';
import { yaml } from '../support/yaml';
import { wrong } from './web';

const web = { image: 'ghcr.io/acme/shop:1.4.2', user: 1000, port: 8080 };

test('config becomes a ConfigMap of the workload, by name in every variable', () => {
  const { get } = render((shop) => new WebService(shop, 'web', { ...web, config: { LOG_LEVEL: 'info', WORKERS: 4 } }));

  const { name } = get('ConfigMap').metadata;
  expect(name).toMatch(/^web-config-[0-9a-f]{10}$/);
  expect(get('ConfigMap')).toMatchObject(yaml`
    metadata: { labels: { app.kubernetes.io/name: web } }
    immutable: true
    data: { LOG_LEVEL: info, WORKERS: '4' }
  `);
  expect(containerOf(get('Deployment'), 'web').envFrom).toEqual([{ configMapRef: { name } }]);
});

test('a Config that two workloads share is given to both of them', () => {
  const { get, ids } = render((shop) => {
    const config = new Config(shop, 'common', { data: { LOG_LEVEL: 'info' } });
    for (const id of ['web', 'api']) new WebService(shop, id, { ...web, config });
  });

  expect(ids.filter((id) => id.startsWith('ConfigMap'))).toHaveLength(1);
  for (const id of ['web', 'api']) {
    const { envFrom } = containerOf(get('Deployment', id), id);
    expect(envFrom).toEqual([{ configMapRef: { name: get('ConfigMap').metadata.name } }]);
  }
});

test('a Config with a checksum rolls the pods by an annotation', () => {
  const { get } = render((shop) => {
    const config = new Config(shop, 'common', { data: { LOG_LEVEL: 'info' }, rollout: 'checksum' });
    new WebService(shop, 'web', { ...web, config });
  });

  expect(containerOf(get('Deployment'), 'web').envFrom).toEqual([{ configMapRef: { name: 'common' } }]);
  expect(podOf(get('Deployment')).metadata.annotations).toEqual({
    'slipway.dev/checksum-common': expect.stringMatching(/^[0-9a-f]{10}$/),
  });
});

test('variables may use those of a ConfigMap that exists already', () => {
  const { get } = render(
    (shop) =>
      new WebService(shop, 'web', {
        ...web,
        config: Config.fromExisting('company-defaults'),
        env: { URL: 'https://$(COMPANY_DOMAIN)/' },
      }),
  );

  expect(containerOf(get('Deployment'), 'web')).toMatchObject(yaml`
    envFrom: [{ configMapRef: { name: company-defaults } }]
    env: [{ name: URL, value: https://$(COMPANY_DOMAIN)/ }]
  `);
});

test('fails when a key of config can be no variable name', () => {
  expect(wrong({ config: { '2FA': 'on' } })).toEqual([
    `web: config has the name '2FA', which is no variable name: use letters, digits, '_', '-' and '.', and no digit at the beginning`,
  ]);
});

test('fails when a value of config is missing or no text', () => {
  expect(wrong({ config: { LOG_LEVEL: undefined as never } })).toEqual([
    'web-config: config.LOG_LEVEL is undefined: give a text, a number or a boolean',
  ]);
});
