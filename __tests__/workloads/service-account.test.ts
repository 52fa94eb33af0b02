import { ServiceAccount } from 'cdk8s-plus-28';
import { Worker } from '../../lib';
import { podOf } from '../support/objects';
import { mistakes, render } from '../support/render';
import { yaml } from '../support/yaml';

const props = { image: 'ghcr.io/acme/mail:2', user: 1000 };

test('a workload has an identity of its own, without an API token', () => {
  const { get } = render((shop) => new Worker(shop, 'mail', props));

  expect(get('ServiceAccount')).toMatchObject(yaml`
    metadata: { name: mail, namespace: shop, labels: { app.kubernetes.io/name: mail } }
    automountServiceAccountToken: false
  `);
  expect(podOf(get('Deployment')).spec).toMatchObject(yaml`
    serviceAccountName: mail
    automountServiceAccountToken: false
    enableServiceLinks: false
  `);
});

test('an existing identity is used by name, and none is rendered', () => {
  const { get, ids } = render((shop) => new Worker(shop, 'mail', { ...props, serviceAccount: 'mailer' }));

  expect(podOf(get('Deployment')).spec.serviceAccountName).toBe('mailer');
  expect(ids.filter((id) => id.startsWith('ServiceAccount'))).toEqual([]);
});

test('an identity of cdk8s-plus can be shared by workloads', () => {
  const { get, ids } = render((shop) => {
    const serviceAccount = new ServiceAccount(shop, 'mailer', { metadata: { name: 'mailer' } });
    for (const id of ['mail', 'news']) new Worker(shop, id, { ...props, serviceAccount });
  });

  expect(ids.filter((id) => id.startsWith('ServiceAccount'))).toEqual(['ServiceAccount/mailer']);
  for (const id of ['mail', 'news']) expect(podOf(get('Deployment', id)).spec.serviceAccountName).toBe('mailer');
});

test('fails when the name of an identity can not be one', () => {
  expect(mistakes((shop) => new Worker(shop, 'mail', { ...props, serviceAccount: 'My Mailer' }))).toEqual([
    `mail: serviceAccount 'My Mailer' is no valid name: use lower-case letters, digits, '-' and '.', at most 253 characters (such as 'my-mailer')`,
  ]);
});
