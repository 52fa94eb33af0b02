import { parse } from 'yaml';
import type { KubernetesObject } from '../../../lib/manifest/kubernetes-object';
import { prepareUpdate } from '../../../lib/plan/update/prepare-update';
import { circumstancesOf, judge } from './judge';

const ports = (port: string, type: string) =>
  `{ apiVersion: v1, kind: Service, metadata: { name: web }, spec: { type: ${type}, ports: [{ name: http, port: ${port} }] } }`;

const PORTS = 'ports: [{ name: http, port: 80, protocol: TCP, targetPort: 80 }], selector: { app: web }';
const service = (spec: string) =>
  `{ apiVersion: v1, kind: Service, metadata: { name: web }, spec: { ${PORTS}, ${spec} } }`;

test.each([
  [
    'an address that is chosen by hand',
    'type: ClusterIP',
    'type: ClusterIP, clusterIP: 10.96.7.7',
    ['spec.clusterIPs[0]: may not change once set', '? whether the Service happens to have the address 10.96.7.7'],
  ],
  [
    'headless from now on',
    'type: ClusterIP',
    'type: ClusterIP, clusterIP: None',
    ['spec.clusterIPs[0]: may not change once set'],
  ],
  [
    'another address',
    'type: ClusterIP, clusterIP: 10.96.7.7',
    'type: ClusterIP, clusterIP: 10.96.7.8',
    ['spec.clusterIPs[0]: may not change once set'],
  ],
  [
    'an address for a headless one',
    'type: ClusterIP, clusterIP: None',
    'type: ClusterIP, clusterIP: 10.96.7.8',
    ['spec.clusterIPs[0]: may not change once set'],
  ],
  [
    'the other family',
    'type: ClusterIP',
    'type: ClusterIP, ipFamilies: [IPv6]',
    ['spec.clusterIPs[0]: expected an IPv6 value as indicated by `ipFamilies[0]`'],
  ],
  [
    'both families',
    'type: ClusterIP',
    'type: ClusterIP, ipFamilyPolicy: RequireDualStack',
    [
      'spec.ipFamilyPolicy: this cluster is not configured for dual-stack services',
      '? whether the cluster has addresses of both IPv4 and IPv6',
    ],
  ],
  [
    'another load balancer',
    'type: LoadBalancer, loadBalancerClass: x.io/a',
    'type: LoadBalancer',
    ['spec.loadBalancerClass: may not change once set'],
  ],
  [
    'another port for health checks',
    'type: LoadBalancer, externalTrafficPolicy: Local',
    'type: LoadBalancer, externalTrafficPolicy: Local, healthCheckNodePort: 30000',
    ['spec.healthCheckNodePort: field is immutable'],
  ],
])('refused: %s', (_what, before, after, expected) => {
  expect(judge(service(before), service(after))).toEqual(expected);
});

test.each([
  ['nothing of the address', 'type: ClusterIP', 'type: NodePort'],
  ['an address for what had none', 'type: ExternalName, externalName: a.b', 'type: ClusterIP, clusterIP: 10.96.7.7'],
  ['no address any more', 'type: ClusterIP, clusterIP: 10.96.7.7', 'type: ExternalName, externalName: a.b'],
  ['the family that it has', 'type: ClusterIP', 'type: ClusterIP, ipFamilies: [IPv4], ipFamilyPolicy: SingleStack'],
  ['both families if there are', 'type: ClusterIP', 'type: ClusterIP, ipFamilyPolicy: PreferDualStack'],
  [
    'one family instead of two',
    'type: ClusterIP, ipFamilyPolicy: RequireDualStack',
    'type: ClusterIP, ipFamilyPolicy: SingleStack',
  ],
  ['a load balancer of a class', 'type: ClusterIP', 'type: LoadBalancer, loadBalancerClass: x.io/a'],
])('allowed: %s', (_what, before, after) => {
  expect(judge(service(before), service(after))).toEqual([]);
});

test('a port of the nodes is of their range, as it is on nearly every cluster', () => {
  expect(judge(ports('80', 'NodePort'), ports('80, nodePort: 80', 'NodePort'))).toEqual([
    'spec.ports[80].nodePort: provided port is not in the valid range. The range of valid ports is 30000-32767',
    '? whether the cluster lets Services have port 80 of the nodes',
  ]);
  expect(judge(ports('80, nodePort: 80', 'NodePort'), ports('81, nodePort: 80', 'NodePort'))).toEqual([]);
});

describe('what is stored', () => {
  test.each([
    [
      'an address stays if it is no longer written',
      'type: ClusterIP, clusterIP: None',
      'type: ClusterIP',
      'type: ClusterIP, clusterIP: None',
    ],
    [
      'an empty one is none',
      'type: ClusterIP, clusterIP: None',
      'type: ClusterIP, clusterIP: ""',
      'type: ClusterIP, clusterIP: None',
    ],
    ['what was allocated is not told', 'type: ClusterIP', 'type: NodePort', 'type: NodePort'],
    [
      'what only a load balancer has is dropped with it',
      'type: LoadBalancer, loadBalancerClass: a, allocateLoadBalancerNodePorts: true, externalTrafficPolicy: Cluster',
      'type: ClusterIP, loadBalancerClass: a, allocateLoadBalancerNodePorts: true, externalTrafficPolicy: Cluster',
      'type: ClusterIP',
    ],
    [
      'unless it is changed at the same time',
      'type: LoadBalancer, externalTrafficPolicy: Cluster',
      'type: ClusterIP, externalTrafficPolicy: Local',
      'type: ClusterIP, externalTrafficPolicy: Local',
    ],
    [
      'families go with the address',
      'type: ClusterIP, ipFamilies: [IPv4]',
      'type: ExternalName, ipFamilies: [IPv4]',
      'type: ExternalName',
    ],
  ])('%s', (_what, before, after, expected) => {
    expect(stored(service(before), service(after))).toEqual((parse(service(expected)) as KubernetesObject).spec);
  });

  test('a port of the nodes stays, by the name of the port, and goes with the type', () => {
    expect(stored(ports('80, nodePort: 30080', 'NodePort'), ports('81', 'NodePort'))).toMatchObject({
      ports: [{ name: 'http', port: 81, nodePort: 30080 }],
    });
    expect(stored(ports('80, nodePort: 30080', 'NodePort'), ports('80, nodePort: 30080', 'ClusterIP'))).toMatchObject({
      ports: [{ name: 'http', port: 80 }],
    });
    expect(stored(ports('80', 'NodePort'), ports('80, nodePort: 30080', 'ClusterIP'))).toMatchObject({
      ports: [{ name: 'http', port: 80, nodePort: 30080 }],
    });
  });
});

function stored(before: string, after: string): unknown {
  const [live, merged] = [before, after].map((text) => parse(text) as KubernetesObject);
  return prepareUpdate(live!, merged!, circumstancesOf()).stored.spec;
}
