import { Worker } from '../../lib';
import { podOf } from '../support/objects';
import { mistakes, render } from '../support/render';
import { yaml } from '../support/yaml';

const image = 'ghcr.io/acme/mail:2';

test('pods run as a numeric user and its group', () => {
  const { get } = render((shop) => new Worker(shop, 'mail', { image, user: 1000 }));

  expect(podOf(get('Deployment')).spec.securityContext).toEqual(yaml`
    runAsNonRoot: true
    runAsUser: 1000
    runAsGroup: 1000
    seccompProfile: { type: RuntimeDefault }
  `);
});

test('pods have the labels that select them, and extra ones', () => {
  const { get } = render((shop) => new Worker(shop, 'mail', { image, user: 1000 }), {
    name: 'prod',
    kubernetes: '1.33',
    labels: { team: 'shop' },
  });

  expect(podOf(get('Deployment')).metadata.labels).toEqual(yaml`
    team: shop
    app.kubernetes.io/instance: shop
    app.kubernetes.io/name: mail
  `);
});

test('pods pull with the credentials that the environment has', () => {
  const { get } = render((shop) => new Worker(shop, 'mail', { image, user: 1000 }), {
    name: 'prod',
    kubernetes: '1.33',
    pullSecrets: ['ghcr'],
  });

  expect(podOf(get('Deployment')).spec.imagePullSecrets).toEqual([{ name: 'ghcr' }]);
});

test('an empty list of credentials is none', () => {
  const environment = { name: 'prod', kubernetes: '1.33', pullSecrets: [] };
  const { get } = render((shop) => new Worker(shop, 'mail', { image, user: 1000 }), environment);

  expect(podOf(get('Deployment')).spec).not.toHaveProperty('imagePullSecrets');
});

test('fails once when the user and its group are root', () => {
  expect(mistakes((shop) => new Worker(shop, 'mail', { image, user: 0, group: 0 }))).toEqual([
    'mail: user is 0, which is root: use another number',
  ]);
});

test.each([
  ['missing', undefined, 'user is missing: give the numeric user that the image runs as, such as user: 1000'],
  ['root', 0, 'user is 0, which is root: use another number'],
  ['a name', 'nginx', `user is 'nginx': use the number, as the node does not know names`],
  ['less than none', -1, 'user is -1: use the number, as the node does not know names'],
  ['too great', 3_000_000_000, 'user is 3000000000: use a number up to 2147483647'],
])('fails when the user is %s', (_, user, message) => {
  expect(mistakes((shop) => new Worker(shop, 'mail', { image, user: user as number }))).toEqual([`mail: ${message}`]);
});

test('fails when the group is root or no number', () => {
  for (const [group, is] of [
    [0, '0, which is root: use another number'],
    ['www', `'www': use the number, as the node does not know names`],
  ]) {
    expect(mistakes((shop) => new Worker(shop, 'mail', { image, user: 1000, group: group as number }))).toEqual([
      `mail: group is ${is}`,
    ]);
  }
});
