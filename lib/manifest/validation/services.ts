import { isIp, parseBlock } from './addresses';
import { type Checks, forbid, obey, port, unique } from './check';
import type { Field } from './field';
import { checkLabels } from './metadata';
import { portOrName } from './probes';
import { dnsName } from './syntax';

/** Services. */
export const SERVICE_CHECKS: Checks = {
  'core.v1.ServiceSpec': (service) => {
    const type = service.textOf('type') || 'ClusterIP';
    checkPorts(service, type);
    checkType(service, type);
    checkAddresses(service, type);
    checkLabels(service.get('selector'));
    checkHealth(service, type);
  },
  'core.v1.ServicePort': (servicePort) => {
    port(servicePort.get('port'));
    const target = servicePort.get('targetPort');
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

function checkType(service: Field, type: string): void {
  const policy = service.get('externalTrafficPolicy');
  if (type !== 'LoadBalancer') checkUnbalanced(service, type);
  if (type !== 'LoadBalancer' && type !== 'NodePort' && !policy.empty && service.get('externalIPs').empty) {
    policy.refuse('valid-object', `must not be set for a Service of type ${type}`);
  }
  for (const range of service.get('loadBalancerSourceRanges').items()) {
    if (!parseBlock((range.text ?? '').trim()))
      range.refuse('valid-object', `is no CIDR block such as 10.0.0.0/8: ${range.text}`);
  }
  if (type !== 'ExternalName') return;
  const external = service.get('externalName');
  if (external.empty) external.refuse('valid-object', 'is required for a Service of type ExternalName');
  obey(external, (name) => dnsName(name.replace(/\.$/, '')));
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
  unique(service.get('ipFamilies').items());
  const first = service.get('clusterIPs').list[0];
  if (address.text && first !== undefined && first !== address.text) {
    service.get('clusterIPs').refuse('valid-object', `must begin with clusterIP (${address.text})`);
  }
}

function checkHealth(service: Field, type: string): void {
  const healthPort = service.get('healthCheckNodePort');
  if (!healthPort.number) return;
  if (type === 'LoadBalancer' && service.textOf('externalTrafficPolicy') === 'Local') return port(healthPort);
  healthPort.refuse('valid-ports', 'must not be set without type: LoadBalancer and externalTrafficPolicy: Local');
}
