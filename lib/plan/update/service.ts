import { mapsAt, textAt, textsAt } from '../../manifest/fields';
import { familyOf, isAllocated } from './allocated';
import { isHealthChecked } from './service-type';
import { isMap } from '../../manifest/pods';
import type { Update } from './update';

/** https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport */
const [LEAST, MOST] = [30000, 32767];

const ONCE = 'may not change once set';

/**
 * A Service keeps its address and its load balancer. Both sides have their addresses: see `prepareService`.
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go (`ValidateServiceUpdate`)
 */
export function checkService(update: Update): void {
  const [before, after] = [update.old('spec'), update.new('spec')];
  if (!isMap(before) || !isMap(after)) return;
  checkNodePorts(update);
  if (after.type !== 'ExternalName') checkFamilies(update);
  if (before.type !== 'ExternalName' && after.type !== 'ExternalName') checkAddresses(update);
  if (before.type === 'LoadBalancer' && after.type === 'LoadBalancer' && update.changes('spec', 'loadBalancerClass')) {
    update.refuse('spec.loadBalancerClass', ONCE);
  }
  if (isHealthChecked(before) && isHealthChecked(after) && update.changes('spec', 'healthCheckNodePort')) {
    update.refuse('spec.healthCheckNodePort');
  }
}

/** The range is the cluster's to choose; hardly any has another. */
function checkNodePorts(update: Update): void {
  const known = new Set(mapsAt(update.before, 'spec', 'ports').map(({ nodePort }) => nodePort));
  for (const { port, nodePort } of mapsAt(update.after, 'spec', 'ports')) {
    if (typeof nodePort !== 'number' || known.has(nodePort) || (nodePort >= LEAST && nodePort <= MOST)) continue;
    const range = `The range of valid ports is ${LEAST}-${MOST}`;
    update.refuse(`spec.ports[${String(port)}].nodePort`, `provided port is not in the valid range. ${range}`);
    update.doubt(`whether the cluster lets Services have port ${nodePort} of the nodes`);
  }
}

function checkAddresses(update: Update): void {
  const [before, after] = [textsAt(update.before, 'spec', 'clusterIPs'), textsAt(update.after, 'spec', 'clusterIPs')];
  if (before[0] === 'None' && after[0] === 'None') return;
  before.forEach((address, index) => {
    if (address === after[index] || (index > 0 && index >= after.length)) return;
    update.refuse(`spec.clusterIPs[${index}]`, ONCE);
    const isOpen = isAllocated(address) && after[index] !== 'None';
    if (isOpen) update.doubt(`whether the Service happens to have the address ${after[index]}`);
  });
  if (after.length < before.length && update.new('spec', 'ipFamilyPolicy') !== 'SingleStack') {
    update.refuse('spec.ipFamilyPolicy', "must be 'SingleStack' to release the secondary cluster IP");
  }
}

function checkFamilies(update: Update): void {
  const families = textsAt(update.after, 'spec', 'ipFamilies');
  textsAt(update.after, 'spec', 'clusterIPs').forEach((address, index) => {
    const family = families[index];
    if (address === 'None' || family === undefined || familyOf(address) === family) return;
    update.refuse(`spec.clusterIPs[${index}]`, `expected an ${family} value as indicated by \`ipFamilies[${index}]\``);
  });
  checkPolicy(update, families);
}

/** Two families need a cluster that has both; a headless Service without a selector may name what it likes. */
function checkPolicy(update: Update, families: readonly string[]): void {
  const policy = update.new('spec', 'ipFamilyPolicy');
  const isFree = textAt(update.after, 'spec', 'clusterIP') === 'None' && !update.new('spec', 'selector');
  if (families.length > 1 && policy === 'SingleStack') {
    const message = "must be 'RequireDualStack' or 'PreferDualStack' when multiple IP families are specified";
    update.refuse('spec.ipFamilyPolicy', message);
  }
  if (families.length < textsAt(update.before, 'spec', 'ipFamilies').length && policy !== 'SingleStack') {
    update.refuse('spec.ipFamilyPolicy', "must be 'SingleStack' to release the secondary IP family");
  }
  if (isFree) return;
  if (policy !== 'RequireDualStack') return checkKnown(update, families);
  if (update.old('spec', 'ipFamilyPolicy') === policy) return;
  update.doubt('whether the cluster has addresses of both IPv4 and IPv6');
  update.refuse('spec.ipFamilyPolicy', 'this cluster is not configured for dual-stack services');
}

/** A family is known to be the cluster's if the Service has it already, or if it is IPv4. */
function checkKnown(update: Update, families: readonly string[]): void {
  const known = new Set(['IPv4', ...textsAt(update.before, 'spec', 'ipFamilies')]);
  const addresses = textsAt(update.after, 'spec', 'clusterIPs');
  families.forEach((family, index) => {
    const address = addresses[index] ?? 'None';
    if (known.has(family) || (address !== 'None' && familyOf(address) !== family)) return;
    update.doubt(`whether the cluster has addresses of ${family}`);
    update.refuse(`spec.ipFamilies[${index}]`, 'not configured on this cluster');
  });
}
