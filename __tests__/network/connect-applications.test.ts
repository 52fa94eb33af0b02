import { Application, Credentials, Postgres, Program, WebService, Worker } from '../../lib';
import { containerOf } from '../support/objects';
import { filesOf, objectOf } from '../support/program';
import { PROD } from '../support/render';
import { yaml } from '../support/yaml';

const image = 'ghcr.io/acme/shop:1.4.2';
const web = { image, user: 1000, port: 8080 };

function database(application: Application): Postgres {
  const password = Credentials.fromExistingSecret(application, 'credentials', ['DB_PASSWORD']).key('DB_PASSWORD');
  return new Postgres(application, 'db', { version: '17', storage: '1Gi', password });
}

test('a client in another namespace is let in by its namespace', () => {
  const program = new Program();
  const shop = new Application(program, 'shop', PROD);
  const blog = new Application(program, 'blog', PROD);
  new WebService(blog, 'web', web).connectTo(database(shop));

  expect(objectOf(program, 'NetworkPolicy', 'web-to-shop-db')).toMatchObject(
    yaml`
    metadata: { namespace: blog }
    spec:
      egress:
        - to:
            - namespaceSelector:
                matchLabels: { kubernetes.io/metadata.name: shop }
              podSelector:
                matchLabels: { app.kubernetes.io/instance: shop, app.kubernetes.io/name: db }
          ports: [{ port: 5432 }]
  ` as object,
  );
  expect(objectOf(program, 'NetworkPolicy', 'db-from-blog-web')).toMatchObject(
    yaml`
    metadata: { namespace: shop }
    spec:
      ingress:
        - from:
            - namespaceSelector:
                matchLabels: { kubernetes.io/metadata.name: blog }
              podSelector:
                matchLabels: { app.kubernetes.io/instance: blog, app.kubernetes.io/name: web }
          ports: [{ port: 5432 }]
  ` as object,
  );
  expect(containerOf(objectOf(program, 'Deployment'), 'web').env).toContainEqual({ name: 'PGHOST', value: 'db.shop' });
});

test('one client reaches targets of one id in two applications', () => {
  const program = new Program();
  const [shop, blog, mail] = ['shop', 'blog', 'mail'].map((id) => new Application(program, id, PROD));
  const worker = new Worker(mail!, 'sender', { image, user: 1000 });
  for (const application of [shop!, blog!]) worker.connectTo(new WebService(application, 'web', web));
  worker.connectTo(new WebService(mail!, 'web', web));
  const names = filesOf(program)['prod/mail.k8s.yaml']!.map(({ metadata }) => metadata.name);

  expect(names.filter((name) => name.startsWith('sender-to'))).toEqual([
    'sender-to-blog-web',
    'sender-to-shop-web',
    'sender-to-web',
  ]);
});

test('two applications in one namespace connect without naming it', () => {
  const program = new Program();
  const [shop, blog] = ['shop', 'blog'].map((id) => new Application(program, id, PROD, { sharedNamespace: 'team' }));
  new WebService(blog!, 'web', web).connectTo(database(shop!));

  expect(objectOf(program, 'NetworkPolicy', 'blog-web-to-shop-db').spec).toMatchObject(
    yaml`
    egress:
      - to:
          - podSelector:
              matchLabels: { app.kubernetes.io/instance: shop, app.kubernetes.io/name: db }
  ` as object,
  );
  expect(objectOf(program, 'NetworkPolicy', 'shop-db-from-blog-web')).not.toHaveProperty(
    'spec.ingress.0.from.0.namespaceSelector',
  );
  expect(containerOf(objectOf(program, 'Deployment'), 'web').env).toContainEqual({ name: 'PGHOST', value: 'shop-db' });
});
