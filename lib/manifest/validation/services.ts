import { isAtLeast } from '../version';
import { isIp, isNetwork, isSpecialIp, parseBlock } from './addresses';
import { type About, atMost, type Checks, forbid, obey, port, unique } from './check';
import type { Field } from './field';
import { checkLabels } from './metadata';
import { portOrName } from './probes';
import { dnsName } from './syntax';

const RANGES = 'service.beta.kubernetes.io/load-balancer-source-ranges';

/** Services. */
export const SERVICE_CHECKS: Checks = {
  'core.v1.Service': (service, about) => {
    const ranges = service.at('metadata', 'annotations', RANGES);
    if (ranges.text === undefined || !service.at('spec', 'loadBalancerSourceRanges').empty) return;
    if (service.get('spec').textOf('type') !== 'LoadBalancer') forbid(ranges, 'without type: LoadBalancer');
    for (const range of ranges.text.split(',').filter((text) => text.trim() !== '')) checkRange(ranges, range, about);
  },
  'core.v1.ServiceSpec': (service, about) => {
    const type = service.textOf('type') || 'ClusterIP';
    checkPorts(service, type);
    checkType(service, type, about);
    checkAddresses(service, type);
    checkHealth(service, type);
  },
  'core.v1.ServiceSpec.selector': checkLabels,
  'core.v1.ServicePort.port': port,
  'core.v1.ServicePort.targetPort': (target) => {
    if (!target.empty && target.value !== 0) portOrName(target);
  },
};

function checkPorts(service: Field, type: string): void {
  const ports = service.get('ports').items();
  const headless = service.textOf('clusterIP') === 'None';
  if (ports.length === 0 && !headless && type !== 'ExternalName')
    service.get('ports').refuse('valid-object', 'is required');
  unique(ports, 'name');
  const nodePorts = new Set<string>();
  for (const item of ports) {
    if (ports.length > 1 && item.get('name').empty) {
      item.get('name').refuse('valid-ports', 'is required as the Service has several ports');
    }
    const nodePort = item.get('nodePort');
    if (!nodePort.number) continue;
    if (type === 'ClusterIP') nodePort.refuse('valid-ports', 'must not be set for a Service of type ClusterIP');
    else port(nodePort);
    const key = `${item.textOf('protocol') || 'TCP'} ${nodePort.number}`;
    if (nodePorts.has(key)) nodePort.refuse('no-duplicates', `is there twice: ${nodePort.number}`);
    nodePorts.add(key);
  }
}

function checkType(service: Field, type: string, about: About): void {
  const policy = service.get('externalTrafficPolicy');
  if (type !== 'LoadBalancer') checkUnbalanced(service, type);
  if (type !== 'LoadBalancer' && type !== 'NodePort' && !policy.empty && service.get('externalIPs').empty) {
    policy.refuse('valid-object', `must not be set for a Service of type ${type}`);
  }
  for (const range of service.get('loadBalancerSourceRanges').items()) {
    checkRange(range, range.text ?? '', about);
  }
  if (type !== 'ExternalName') return;
  const external = service.get('externalName');
  if (external.empty) external.refuse('valid-object', 'is required for a Service of type ExternalName');
  obey(external, (name) => dnsName(name.replace(/\.$/, '')));
}

/** From 1.36 on a block must not have anything after its prefix. */
function checkRange(field: Field, range: string, { version }: About): void {
  const block = parseBlock(range.trim());
  if (!block) field.refuse('valid-object', `is no CIDR block such as 10.0.0.0/8: ${range}`);
  else if (isAtLeast(version, '1.36') && !isNetwork(block))
    field.refuse('valid-object', `must have only zeros after the first ${block.length} bits: ${range}`);
}

/** What only a load balancer may have. */
function checkUnbalanced(service: Field, type: string): void {
  forbid(service.get('loadBalancerClass'), `for a Service of type ${type}`);
  forbid(service.get('allocateLoadBalancerNodePorts'), `for a Service of type ${type}`);
  const ranges = service.get('loadBalancerSourceRanges');
  if (!ranges.empty) ranges.refuse('valid-object', `must not be set for a Service of type ${type}`);
}

function checkAddresses(service: Field, type: string): void {
  const address = service.get('clusterIP');
  const headless = address.text === 'None';
  const outside = type === 'LoadBalancer' || type === 'NodePort';
  for (const ip of service.get('externalIPs').items()) {
    if (!isIp(ip.text ?? '')) ip.refuse('valid-object', `is no IP address: ${ip.text}`);
    else if (isSpecialIp(ip.text ?? ''))
      ip.refuse('valid-object', `must not be an address of one host only: ${ip.text}`);
  }
  if (type === 'ExternalName') {
    for (const name of ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy']) {
      if (!service.get(name).empty)
        service.get(name).refuse('valid-object', 'must not be set for a Service of type ExternalName');
    }
    return;
  }
  if (headless && outside) address.refuse('valid-object', `must not be None for a Service of type ${type}`);
  for (const ip of [address, ...service.get('clusterIPs').items()]) {
    if (ip.text && ip.text !== 'None' && !isIp(ip.text)) ip.refuse('valid-object', `is no IP address: ${ip.text}`);
  }
  const families = service.get('ipFamilies');
  unique(families.items());
  if (families.list.length > 1 && service.textOf('ipFamilyPolicy') === 'SingleStack')
    service.get('ipFamilyPolicy').refuse('valid-object', 'must not be SingleStack with several ipFamilies');
  checkFamilies(service, headless);
  const first = service.get('clusterIPs').list[0];
  if (address.text && first !== undefined && first !== address.text) {
    service.get('clusterIPs').refuse('valid-object', `must begin with clusterIP (${address.text})`);
  }
}

/** Each address is of the family at its place, and there is one of each at most. */
function checkFamilies(service: Field, headless: boolean): void {
  const several = service.get('clusterIPs');
  const families = service.get('ipFamilies').list;
  const addresses = several.list.length > 0 ? several.items() : [service.get('clusterIP')];
  if (several.list.length > 0 && service.get('clusterIP').empty)
    service.get('clusterIP').refuse('valid-object', 'is required with clusterIPs');
  if (several.list.length > 1 && several.list.includes('None'))
    several.refuse('valid-object', 'must not have others beside None');
  atMost(several, 2);
  if (headless) return;
  for (const [index, address] of addresses.entries()) {
    const family = address.text?.includes(':') ? 'IPv6' : 'IPv4';
    if (!address.empty && families[index] !== undefined && families[index] !== family)
      address.refuse('valid-object', `must be ${String(families[index])} as in ipFamilies: ${address.text}`);
  }
}

function checkHealth(service: Field, type: string): void {
  const healthPort = service.get('healthCheckNodePort');
  if (!healthPort.number) return;
  if (type === 'LoadBalancer' && service.textOf('externalTrafficPolicy') === 'Local') return port(healthPort);
  healthPort.refuse('valid-ports', 'must not be set without type: LoadBalancer and externalTrafficPolicy: Local');
}
