import { refused } from './judge';

const request = (usage: string) => object('certificates.k8s.io/v1 CertificateSigningRequest', `{ usages: [${usage}] }`);

const object = (kind: string, spec: string) => {
  const [apiVersion, name] = kind.split(' ');
  return `{ apiVersion: ${apiVersion}, kind: ${name}, metadata: { name: x }, spec: ${spec} }`;
};

test.each([
  ['v1 ResourceQuota', '{ scopes: [Terminating] }', '{ scopes: [NotTerminating] }', ['spec.scopes']],
  [
    'v1 ResourceQuota',
    '{ scopes: [Terminating, BestEffort] }',
    '{ scopes: [BestEffort, Terminating], hard: { pods: 1 } }',
    [],
  ],
  ['v1 ResourceQuota', '{ scopes: [Terminating] }', '{ scopes: [Terminating, Terminating] }', []],
  ['v1 ResourceQuota', '{ scopes: [Terminating, Terminating] }', '{ scopes: [Terminating] }', []],
  ['networking.k8s.io/v1 ServiceCIDR', '{ cidrs: [10.0.0.0/16] }', '{ cidrs: [10.1.0.0/16] }', ['spec.cidrs']],
  ['networking.k8s.io/v1 ServiceCIDR', '{ cidrs: [10.0.0.0/16] }', '{ cidrs: [10.0.0.0/16, "fd00::/112"] }', []],
  [
    'networking.k8s.io/v1 ServiceCIDR',
    '{ cidrs: [10.0.0.0/16, "fd00::/112"] }',
    '{ cidrs: [10.0.0.0/16] }',
    ['spec.cidrs'],
  ],
  [
    'storage.k8s.io/v1 CSINode',
    '{ drivers: [{ name: d, nodeID: a }] }',
    '{ drivers: [{ name: d, nodeID: b }] }',
    ['spec.drivers[d]'],
  ],
  [
    'storage.k8s.io/v1 CSINode',
    '{ drivers: [{ name: d, allocatable: { count: 1 } }] }',
    '{ drivers: [{ name: d, allocatable: { count: 2 } }] }',
    [],
  ],
  ['v1 Node', '{ providerID: a }', '{ providerID: b }', ['spec.providerID']],
  ['v1 Node', '{ podCIDRs: [10.0.0.0/24] }', '{}', ['spec.podCIDRs']],
  ['v1 Node', '{ unschedulable: false }', '{ unschedulable: true, taints: [{ key: a }] }', []],
])('%s: %s → %s', (kind, before, after, paths) => {
  expect(refused(object(kind, before), object(kind, after))).toEqual(paths);
});

test('a request for a certificate is never changed: what it asked for is put back', () => {
  expect(refused(request('client auth'), request('server auth'))).toEqual([]);
});
