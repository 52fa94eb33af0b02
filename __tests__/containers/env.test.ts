import { Credentials, field, resource, WebService, Worker } from '../../lib';
import { containerOf } from '../support/objects';
import { mistakes, render } from '../support/render';
import { yaml } from '../support/yaml';
import { container, wrong } from './web';

const image = 'ghcr.io/acme/shop:1.4.2';

test('numbers and booleans are written as text, as variables are text', () => {
  expect(container({ env: { WORKERS: 4, RATIO: 0.5, VERBOSE: false, NAME: 'shop', EMPTY: '' } })).toMatchObject(yaml`
    env:
      - { name: WORKERS, value: '4' }
      - { name: RATIO, value: '0.5' }
      - { name: VERBOSE, value: 'false' }
      - { name: NAME, value: shop }
      - { name: EMPTY, value: '' }
  `);
});

test('variables keep their order, after secrets and what connections bring', () => {
  const { get } = render((shop) => {
    const credentials = Credentials.fromExistingSecret(shop, 'shop-credentials', ['PASSWORD']);
    const search = new WebService(shop, 'search', { image, user: 1000, port: 9200 });
    const web = new WebService(shop, 'web', {
      image,
      user: 1000,
      port: 8080,
      env: { SEARCH_URL: 'http://user:$(PASSWORD)@$(SEARCH_HOST)', SEARCH_TIMEOUT: 5 },
      secrets: { PASSWORD: credentials.key('PASSWORD') },
    });
    web.connectTo(search, { variables: { SEARCH_HOST: 'search' } });
  });

  expect(containerOf(get('Deployment', 'web'), 'web').env).toEqual(yaml`
    - { name: PASSWORD, valueFrom: { secretKeyRef: { name: shop-credentials, key: PASSWORD } } }
    - { name: SEARCH_HOST, value: search }
    - { name: SEARCH_URL, value: 'http://user:$(PASSWORD)@$(SEARCH_HOST)' }
    - { name: SEARCH_TIMEOUT, value: '5' }
  `);
});

test('a credential as a file gives the variable its path', () => {
  const { get } = render((shop) => {
    const credentials = Credentials.fromExistingSecret(shop, 'mail', ['PASSWORD', 'KEY', 'OTHER']);
    const { file } = credentials.key('PASSWORD');
    new Worker(shop, 'mail', {
      image,
      user: 1000,
      env: { PASSWORD_FILE: file, KEY_FILE: credentials.key('KEY').file },
    });
  });

  expect(get('Deployment').spec).toMatchObject(yaml`
    template:
      spec:
        containers:
          - env:
              - { name: PASSWORD_FILE, value: /etc/credentials/mail/PASSWORD }
              - { name: KEY_FILE, value: /etc/credentials/mail/KEY }
            volumeMounts:
              - { name: mail-mail, mountPath: /etc/credentials/mail, readOnly: true }
              - { name: tmp, mountPath: /tmp }
        volumes:
          - name: mail-mail
            secret: { secretName: mail, items: [{ key: PASSWORD, path: PASSWORD }, { key: KEY, path: KEY }] }
          - { name: tmp, emptyDir: { sizeLimit: 64Mi } }
  `);
});

test('two dollar signs write a reference that stays as it is', () => {
  expect(container({ env: { HINT: 'say $$(NAME)' } })).toMatchObject(yaml`
    env: [{ name: HINT, value: say $$(NAME) }]
  `);
});

test('fails when a variable uses another that is set later', () => {
  expect(wrong({ env: { URL: 'http://$(HOST)/', HOST: 'search' } })).toEqual([
    'web: env.URL uses $(HOST), which no earlier variable defines: set HOST before it, connect to what provides it, or write $$(HOST)',
  ]);
});

test('fails when a variable is set by two parts of the program', () => {
  expect(wrong({ config: { LOG_LEVEL: 'info' }, env: { LOG_LEVEL: 'debug' } })).toEqual([
    'web: env.LOG_LEVEL is set twice, by config and by env: remove one',
  ]);
  expect(
    mistakes((shop) => {
      const web = new WebService(shop, 'web', { image, user: 1000, port: 8080, env: { HOST: 'a' } });
      web.connectTo(new WebService(shop, 'search', { image, user: 1000, port: 9200 }), { variables: { HOST: 'b' } });
    }),
  ).toEqual(['web: env.HOST is set twice, by connectTo(search) and by env: remove one']);
});

test.each(['1ST', '.', '..', 'a b', 'A=B', ''])("fails when a variable is named '%s', as none can be", (name) => {
  expect(wrong({ env: { [name]: 'x' } })).toEqual([
    `web: env has the name '${name}', which is no variable name: use letters, digits, '_', '-' and '.', and no digit at the beginning`,
  ]);
});

test.each([
  ['undefined', undefined],
  ['null', null],
  ['NaN', Number.NaN],
  ['{"from":"somewhere"}', { from: 'somewhere' }],
])('fails when the value of a variable is %s, no text', (shown, value) => {
  expect(wrong({ env: { HOST: value as never } })).toEqual([
    `web: env.HOST is ${shown}: give a text, a number, a boolean, or a source such as credentials.key('…')`,
  ]);
});

test('fails when a value has a character that ends a text', () => {
  expect(wrong({ env: { HOST: 'a\0b' } })).toEqual([
    'web: env.HOST has a NUL character, which no process can be given: remove it',
  ]);
});

test('fails when a secret is given as text, without repeating it', () => {
  // @ts-expect-error a value would end up in the manifests
  expect(wrong({ secrets: { PASSWORD: 'hunter2' } })).toEqual([
    `web: secrets.PASSWORD is no key of a Secret: write credentials.key('…'), as no value passes through here`,
  ]);
});

test('fields and resources of the pod can be variables of a container', () => {
  const env = {
    POD: field('metadata.name'),
    ZONE: field("metadata.labels['topology.kubernetes.io/zone']"),
    MEMORY_MIB: resource('limits.memory', '1Mi'),
    MILLICORES: resource('requests.cpu', '1m'),
  };

  expect(container({ env })).toMatchObject(yaml`
    env:
      - { name: POD, valueFrom: { fieldRef: { fieldPath: metadata.name } } }
      - { name: ZONE, valueFrom: { fieldRef: { fieldPath: "metadata.labels['topology.kubernetes.io/zone']" } } }
      - { name: MEMORY_MIB, valueFrom: { resourceFieldRef: { resource: limits.memory, divisor: 1Mi } } }
      - { name: MILLICORES, valueFrom: { resourceFieldRef: { resource: requests.cpu, divisor: 1m } } }
  `);
});

test('fails when a field or resource is none that containers learn', () => {
  const fields =
    'metadata.name, metadata.namespace, metadata.uid, spec.nodeName, spec.serviceAccountName, ' +
    'status.hostIP, status.hostIPs, status.podIP, status.podIPs';
  const resources =
    'requests.cpu, limits.cpu, requests.memory, limits.memory, requests.ephemeral-storage, limits.ephemeral-storage';

  expect(wrong({ env: { POD: field('metadata.nam') } })).toEqual([
    `web: env.POD is field 'metadata.nam', which no container can be told: use ${fields}, or metadata.labels['…']`,
  ]);
  expect(wrong({ env: { MEM: resource('limits.mem') } })).toEqual([
    `web: env.MEM is resource 'limits.mem', which there is none of: use ${resources}`,
  ]);
  expect(wrong({ env: { MEM: resource('limits.memory', '3') } })).toEqual([
    `web: env.MEM has the divisor '3': use '1', '1k', '1Ki', '1M', '1Mi' and so on`,
  ]);
  expect(wrong({ env: { CPU: resource('limits.cpu', '1Mi') } })).toEqual([
    `web: env.CPU has the divisor '1Mi': use '1' or '1m'`,
  ]);
});
