import { isIp, isSpecialIp } from './addresses';
import { type Checks, need, notEmpty, obey, port, unique, within } from './check';
import type { Field } from './field';
import { dnsLabel, dnsName, qualifiedName } from './syntax';

const MOST_GROUP_PRIORITY = 20_000;
const MOST_VERSION_PRIORITY = 1000;

/** Where Services and APIs are found that Kubernetes does not find by itself, and who leads. */
export const ENDPOINT_CHECKS: Checks = {
  'discovery.v1.EndpointSlice': (slice) => {
    const type = slice.textOf('addressType');
    for (const endpoint of slice.get('endpoints').items()) {
      const addresses = endpoint.get('addresses');
      notEmpty(addresses);
      for (const address of addresses.items()) checkAddress(address, type);
    }
    checkPortNames(slice.get('ports').items());
  },
  'core.v1.EndpointSubset': (subset) => {
    const addresses = ['addresses', 'notReadyAddresses'].flatMap((list) => subset.get(list).items());
    if (addresses.length === 0) subset.refuse('valid-object', 'needs addresses or notReadyAddresses');
    for (const address of addresses) checkAddress(address.get('ip'));
    const ports = subset.get('ports').items();
    for (const item of ports) {
      if (ports.length > 1 && item.get('name').empty)
        item.get('name').refuse('valid-ports', 'is required as there are several ports');
    }
    checkPortNames(ports);
  },
  'core.v1.EndpointPort': (item) => port(item.get('port')),
  'coordination.v1.LeaseSpec': (lease) => {
    within(lease.get('leaseDurationSeconds'), 1);
    within(lease.get('leaseTransitions'), 0);
  },
  'apiregistration.v1.APIService': checkApi,
};

function checkAddress(address: Field, type?: string): void {
  const { text } = address;
  if (!text) return;
  if (type === 'FQDN') return obey(address, (name) => dnsName(name.replace(/\.$/, '')));
  const family = text.includes(':') ? 'IPv6' : 'IPv4';
  if (!isIp(text)) address.refuse('valid-object', `is no IP address: ${text}`);
  else if (type !== undefined && type !== family)
    address.refuse('valid-object', `must be of addressType ${type}: ${text}`);
  else if (isSpecialIp(text)) address.refuse('valid-object', `must not be an address of one host only: ${text}`);
}

/** A port without a name is one of its own too. */
function checkPortNames(ports: readonly Field[]): void {
  for (const item of ports) {
    obey(item.get('name'), dnsLabel, 'valid-ports');
    obey(item.get('appProtocol'), qualifiedName);
  }
  unique(ports, 'name');
  const nameless = ports.filter((item) => item.get('name').empty);
  if (nameless.length > 1) nameless[1]!.refuse('no-duplicates', 'is there twice without a name');
}

function checkApi(api: Field): void {
  const spec = api.get('spec');
  const [name, service] = [api.at('metadata', 'name'), spec.get('service')];
  const wanted = `${spec.textOf('version') ?? ''}.${spec.textOf('group') ?? ''}`;
  if (name.text && name.text !== wanted) name.refuse('valid-names', `must be ${wanted}: ${name.text}`);
  within(spec.get('groupPriorityMinimum'), 1, MOST_GROUP_PRIORITY);
  within(spec.get('versionPriority'), 1, MOST_VERSION_PRIORITY);
  const skips = spec.get('insecureSkipTLSVerify');
  if (skips.value === true && !spec.get('caBundle').empty)
    skips.refuse('valid-object', 'must not be true beside caBundle');
  if (service.missing) return;
  for (const part of ['name', 'namespace']) need(service.get(part));
}
