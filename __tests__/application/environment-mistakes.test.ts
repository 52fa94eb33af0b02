import { Application, type Environment, Program } from '../../lib';
import { NEWEST_KUBERNETES, OLDEST_KUBERNETES } from '../../lib/application/version';
import { mistakesOf } from '../support/program';

const VERSIONS = `write the minor version of the clusters, from '${OLDEST_KUBERNETES}' to '${NEWEST_KUBERNETES}'`;

function mistakesIn(settings: object): readonly string[] {
  const program = new Program();
  new Application(program, 'shop', { name: 'prod', kubernetes: '1.33', ...settings } as Environment);
  return mistakesOf(program);
}

test.each([
  ['a version that nobody knows', { kubernetes: '1.21' }, `kubernetes is '1.21': ${VERSIONS}`],
  ['a version with a patch number', { kubernetes: '1.33.2' }, `kubernetes is '1.33.2': ${VERSIONS}`],
  [
    'paths in the place of definitions',
    { definitions: ['crds'] },
    `definitions[0]: is no CustomResourceDefinition (crds): give it as the cluster has it`,
  ],
  [
    'one path in the place of definitions',
    { definitions: 'crds' },
    `definitions is 'crds', which is no list: write loadDefinitions(['crds'])`,
  ],
  ['an unknown preset', { preset: 'strict' }, `preset is 'strict': use 'development' or 'production'`],
  [
    'an unknown Pod Security level',
    { podSecurity: 'none' },
    `podSecurity is 'none': use 'restricted', 'baseline' or 'privileged'`,
  ],
  [
    'a label value with a space',
    { labels: { team: 'web shop' } },
    `labels.team is 'web shop', which is no label value: use at most 63 letters, digits, '-', '_' and '.'`,
  ],
  ['a label value that is no text', { labels: { live: true } }, `labels.live is true, which is no text: write 'true'`],
  ['a label value that is a number', { labels: { tier: 1 } }, `labels.tier is 1, which is no text: write '1'`],
  [
    'a label value that a setting lacks',
    { labels: { team: undefined } },
    'labels.team is undefined, which is no text: give a text, or remove it',
  ],
  [
    'a label key with two slashes',
    { labels: { 'a/b/c': 'x' } },
    `labels has the key 'a/b/c', which is no label key: write it like 'team' or 'example.com/team'`,
  ],
  [
    'a label that selects pods',
    { labels: { 'app.kubernetes.io/name': 'x' } },
    `labels has the key 'app.kubernetes.io/name', which selects pods and is set from ids: remove it`,
  ],
  [
    'an empty list of scrapers',
    { metricsFrom: [] },
    'metricsFrom is empty, which a network policy would read as everybody: name somebody, or leave it out',
  ],
  [
    'an empty list of ingress sources',
    { ingressFrom: [] },
    'ingressFrom is empty, which a network policy would read as everybody: name somebody, or leave it out',
  ],
  [
    'no port for DNS',
    { dnsPorts: [] },
    'dnsPorts is []: write the ports of the DNS pods, such as [53, 5353], or leave it out',
  ],
  [
    'one port for DNS instead of a list',
    { dnsPorts: 5353 },
    'dnsPorts is 5353: write the ports of the DNS pods, such as [53, 5353], or leave it out',
  ],
  ['a port for DNS that is none', { dnsPorts: [70000] }, 'dnsPorts has 70000: use whole numbers from 1 to 65535'],
  ['a setting that is mistyped', { metricFrom: [] }, 'Environment.metricFrom is unknown: write metricsFrom'],
  [
    'a setting that there is none of',
    { replicas: 2 },
    'Environment.replicas is unknown: use name, kubernetes, preset, podSecurity, context, exposure, ingressFrom, ' +
      'metricsFrom, dnsPorts, storageClass, registry, pullSecrets, placement, labels, external, definitions',
  ],
  [
    'labels of scrapers that are mistyped',
    { metricsFrom: [{ namespace: 'monitoring', lables: { app: 'prometheus' } }] },
    'metricsFrom[0].lables is unknown: write labels',
  ],
  [
    'an address instead of a range',
    { ingressFrom: [{ cidr: '10.20.0.1' }] },
    `ingressFrom[0].cidr is '10.20.0.1', which is no address range: write one such as '10.20.0.0/16'`,
  ],
  [
    'an address within a range',
    { ingressFrom: [{ cidr: '10.0.0.1/8' }] },
    `ingressFrom[0].cidr is '10.0.0.1/8', an address within a range: write '10.0.0.0/8', or '10.0.0.1/32' for the address alone`,
  ],
  [
    'an exception that is an address within a range',
    { metricsFrom: [{ cidr: '10.20.0.0/16', except: ['10.20.3.4/24'] }] },
    `metricsFrom[0].except has '10.20.3.4/24', an address within a range: write '10.20.3.0/24', or '10.20.3.4/32' for the address alone`,
  ],
  [
    'an exception outside its range',
    { metricsFrom: [{ cidr: '10.20.0.0/16', except: ['10.30.0.0/24'] }] },
    `metricsFrom[0].except has '10.30.0.0/24', which is no part of 10.20.0.0/16: remove it, or widen cidr`,
  ],
  [
    'a namespace that none can have',
    { metricsFrom: [{ namespace: 'Monitoring' }] },
    `metricsFrom[0].namespace 'Monitoring' is no valid name: use lower-case letters, digits and '-', beginning and ending with a letter or digit (such as 'monitoring')`,
  ],
  [
    'a mirror with a scheme',
    { registry: 'https://mirror.example.com/' },
    `registry is 'https://mirror.example.com/': write a host, and a path where there is one, such as 'mirror.example.com/hub'`,
  ],
  [
    'a mirror with a slash at its end',
    { registry: { 'quay.io': 'mirror.example.com/' } },
    `registry['quay.io'] is 'mirror.example.com/': write a host, and a path where there is one, such as 'mirror.example.com/hub'`,
  ],
  [
    'a pull secret that none can be',
    { pullSecrets: ['Mirror'] },
    `pullSecrets[0] 'Mirror' is no valid name: use lower-case letters, digits, '-' and '.', at most 253 characters (such as 'mirror')`,
  ],
  [
    'a storage class that none can be',
    { storageClass: 'Fast SSD' },
    `storageClass 'Fast SSD' is no valid name: use lower-case letters, digits, '-' and '.', at most 253 characters (such as 'fast-ssd')`,
  ],
  [
    'a node selector that no node has',
    { placement: { nodeSelector: { pool: 'a b' } } },
    `placement.nodeSelector.pool is 'a b', which is no label value: use at most 63 letters, digits, '-', '_' and '.'`,
  ],
])('fails when an environment has %s', (_, settings, message) => {
  expect(mistakesIn(settings)).toEqual([`prod: prod: ${message}`]);
});

test('fails when an environment has a name that is no folder', () => {
  expect(mistakesIn({ name: '../prod' })[0]).toMatch(/name '..\/prod' is no valid name: .* \(such as 'prod'\)$/);
});

test('fails when two environments that differ have one name', () => {
  const program = new Program();
  new Application(program, 'shop', { name: 'prod', kubernetes: '1.33' });
  new Application(program, 'blog', { name: 'prod', kubernetes: '1.31' });

  expect(mistakesOf(program)).toEqual([
    `prod: prod: two environments have the name 'prod': use one object, or two names`,
  ]);
});

test('fails with every mistake at once, each with its environments', () => {
  const program = new Program();
  for (const name of ['dev', 'prod']) {
    new Application(program, 'Shop', { name, kubernetes: '1.33', preset: 'loose' } as never);
  }

  expect(mistakesOf(program)).toEqual([
    `dev: dev: preset is 'loose': use 'development' or 'production'`,
    expect.stringMatching(/^dev, prod: Shop: id 'Shop' is no valid name/),
    expect.stringMatching(/^dev, prod: Shop: namespace 'Shop' is no valid name/),
    `prod: prod: preset is 'loose': use 'development' or 'production'`,
  ]);
});
