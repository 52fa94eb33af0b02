import { Secret } from 'cdk8s-plus-28';
import { Application, type Application as Shop, ContainerSidecar, Credentials, Program, Worker } from '../../lib';
import { containerOf, podOf } from '../support/objects';
import { mistakes, PROD, render } from '../support/render';
import { yaml } from '../support/yaml';

const mail = { image: 'ghcr.io/acme/mail:2', user: 1000, tmp: false } as const;

function credentials(shop: Shop) {
  return Credentials.fromExistingSecret(shop, 'mail-credentials', ['USER', 'PASSWORD', 'DKIM']);
}

test('a credential becomes a variable whose value is in the Secret', () => {
  const { get, ids } = render((shop) => {
    const secret = credentials(shop);
    new Worker(shop, 'mail', {
      ...mail,
      secrets: { SMTP_PASSWORD: secret.key('PASSWORD') },
      env: { SMTP_USER: secret.key('USER') },
    });
  });

  expect(containerOf(get('Deployment'), 'mail').env).toEqual(yaml`
    - name: SMTP_PASSWORD
      valueFrom: { secretKeyRef: { name: mail-credentials, key: PASSWORD } }
    - name: SMTP_USER
      valueFrom: { secretKeyRef: { name: mail-credentials, key: USER } }
  `);
  expect(ids.filter((id) => id.startsWith('Secret'))).toEqual([]);
});

test('a credential as a file: the variable holds its path', () => {
  const { get } = render((shop) => {
    const secret = credentials(shop);
    new Worker(shop, 'mail', {
      ...mail,
      env: { PASSWORD_FILE: secret.key('PASSWORD').file, DKIM_FILE: secret.key('DKIM').file },
    });
  });

  expect(podOf(get('Deployment')).spec).toMatchObject(
    yaml`
    containers:
      - env:
          - { name: PASSWORD_FILE, value: /etc/credentials/mail-credentials/PASSWORD }
          - { name: DKIM_FILE, value: /etc/credentials/mail-credentials/DKIM }
        volumeMounts:
          - { name: mail-credentials-mail, mountPath: /etc/credentials/mail-credentials, readOnly: true }
    volumes:
      - name: mail-credentials-mail
        secret:
          secretName: mail-credentials
          items: [{ key: PASSWORD, path: PASSWORD }, { key: DKIM, path: DKIM }]
  ` as object,
  );
});

test('a container sees the credential files that it takes, and no other', () => {
  const { get } = render((shop) => {
    const secret = credentials(shop);
    const worker = new Worker(shop, 'mail', { ...mail, env: { PASSWORD_FILE: secret.key('PASSWORD').file } });
    worker.addSidecar(
      new ContainerSidecar('signer', { image: 'ghcr.io/acme/signer:1', env: { DKIM_FILE: secret.key('DKIM').file } }),
    );
    worker.addSidecar(new ContainerSidecar('logs', { image: 'ghcr.io/acme/logs:1' }));
  });
  const deployment = get('Deployment');

  expect(podOf(deployment).spec.volumes).toEqual(yaml`
    - name: mail-credentials-mail
      secret: { secretName: mail-credentials, items: [{ key: PASSWORD, path: PASSWORD }] }
    - name: mail-credentials-signer
      secret: { secretName: mail-credentials, items: [{ key: DKIM, path: DKIM }] }
  `);
  expect(containerOf(deployment, 'mail').volumeMounts).toMatchObject([{ name: 'mail-credentials-mail' }]);
  expect(containerOf(deployment, 'signer').volumeMounts).toMatchObject([{ name: 'mail-credentials-signer' }]);
  expect(containerOf(deployment, 'logs')).not.toHaveProperty('volumeMounts');
});

test('the volumes of two containers differ also where the name of the Secret is long', () => {
  const secret = `mail-${'x'.repeat(58)}`;
  const { get } = render((shop) => {
    const key = Credentials.fromExistingSecret(shop, secret, ['PASSWORD']).key('PASSWORD');
    const worker = new Worker(shop, 'mail', { ...mail, env: { PASSWORD_FILE: key.file } });
    worker.addSidecar(new ContainerSidecar('signer', { image: 'ghcr.io/acme/signer:1', env: { KEY_FILE: key.file } }));
  });

  expect(podOf(get('Deployment')).spec.volumes).toMatchObject([
    { name: `mail-${'x'.repeat(49)}-f6104d02`, secret: { secretName: secret } },
    { name: `mail-${'x'.repeat(49)}-b4a1b7c3`, secret: { secretName: secret } },
  ]);
});

test('two Secrets with long names that begin alike are mounted side by side', () => {
  const { get } = render((shop) => {
    const worker = new Worker(shop, 'mail', mail);
    for (const end of ['a', 'b']) {
      worker.mount(`/etc/${end}`, Credentials.fromExistingSecret(shop, `${'x'.repeat(70)}-${end}`, ['KEY']));
    }
  });
  const names = podOf(get('Deployment')).spec.volumes!.map(({ name }) => name);

  expect(new Set(names).size).toBe(2);
  for (const name of names) expect(name).toMatch(/^x{54}-[0-9a-f]{8}$/);
});

test('credentials are mounted whole, with the keys that are declared', () => {
  const { get } = render((shop) => {
    const secret = Credentials.fromExistingSecret(shop, 'mail-tls', ['tls.crt', 'tls.key']);
    new Worker(shop, 'mail', mail).mount('/etc/tls', secret);
  });

  expect(podOf(get('Deployment')).spec).toMatchObject(
    yaml`
    containers:
      - volumeMounts: [{ name: mail-tls, mountPath: /etc/tls, readOnly: true }]
    volumes:
      - name: mail-tls
        secret:
          secretName: mail-tls
          items: [{ key: tls.crt, path: tls.crt }, { key: tls.key, path: tls.key }]
  ` as object,
  );
});

test('a Secret of cdk8s-plus says where the values come from', () => {
  const { get } = render((shop) => {
    const secret = Secret.fromSecretName(shop, 'imported', 'vault-mail');
    const token = Credentials.fromExistingSecret(shop, secret, ['TOKEN']).key('TOKEN');
    new Worker(shop, 'mail', { ...mail, secrets: { TOKEN: token } });

    expect([token.secret, token.key]).toEqual(['vault-mail', 'TOKEN']);
  });

  expect(containerOf(get('Deployment'), 'mail').env).toEqual(yaml`
    - name: TOKEN
      valueFrom: { secretKeyRef: { name: vault-mail, key: TOKEN } }
  `);
});

test('a Secret that two parts declare is created by one command', () => {
  const program = new Program();
  const shop = new Application(program, 'shop', PROD, { sharedNamespace: 'team' });
  const blog = new Application(program, 'blog', PROD, { sharedNamespace: 'team' });
  Credentials.fromExistingSecret(shop, 'credentials', ['A', 'B']);
  Credentials.fromExistingSecret(shop, 'credentials', ['B', 'C']);
  Credentials.fromExistingSecret(blog, 'credentials', ['D']);
  Credentials.fromExistingSecret(blog, 'others', ['E']);
  const keys = program
    .render()
    .environments[0]!.instructions.map(({ command }) =>
      [...command.matchAll(/--from-file=(\w+)=/g)].map(([, key]) => key),
    );

  expect(keys).toEqual([['A', 'B', 'C', 'D'], ['E']]);
});

test.each([
  ['with its keys', { keys: ['A', 'B'] }, 0],
  ['in its namespace', { namespace: 'shop' }, 0],
  ['with other keys', { keys: ['A'] }, 1],
  ['in another namespace', { namespace: 'blog' }, 1],
  ['of another kind', { kind: 'ConfigMap' }, 1],
  ['of another name', { name: 'others' }, 1],
])('no command creates a Secret that the environment has: one %s', (_, reference, commands) => {
  const program = new Program();
  const external = [{ kind: 'Secret', name: 'credentials', ...reference }];
  const shop = new Application(program, 'shop', { ...PROD, external });
  Credentials.fromExistingSecret(shop, 'credentials', ['A']);
  Credentials.fromExistingSecret(shop, 'credentials', ['B']);

  expect(program.render().environments[0]!.instructions).toHaveLength(commands);
});

test.each([
  ['has no keys', 'mail', [], `Secret 'mail' has no keys: list those that the application uses`],
  [
    'has a key that is none',
    'mail',
    ['a/b'],
    `Secret 'mail' has the key 'a/b', which is no Secret key: use letters, digits, '-', '_' and '.'`,
  ],
  [
    'has a name that is none',
    'Mail',
    ['a'],
    `the Secret name 'Mail' is no valid name: use lower-case letters, digits, '-' and '.', at most 253 characters (such as 'mail')`,
  ],
])('fails when a Secret %s', (_, name, keys, message) => {
  expect(mistakes((shop) => Credentials.fromExistingSecret(shop, name, keys))).toEqual([`shop: ${message}`]);
});

test('fails when a key is asked for that is not declared', () => {
  expect(
    mistakes((shop) => {
      // @ts-expect-error a mistyped key does not compile
      credentials(shop).key('PASWORD');
    }),
  ).toEqual([`shop: Secret 'mail-credentials' has no key 'PASWORD': use one of USER, PASSWORD, DKIM, or declare it`]);
});
