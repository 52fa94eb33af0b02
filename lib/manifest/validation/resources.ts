import { show } from '../fields';
import { parseQuantity } from '../quantity';
import type { Checks } from './check';
import type { Field } from './field';
import { qualifiedName } from './syntax';

/** What a container can have of itself. */
const STANDARD = /^(cpu|memory|ephemeral-storage|hugepages-.+)$/;
/** What a quota counts without being told how. */
export const COUNTED =
  /^((requests\.|limits\.)?(cpu|memory|ephemeral-storage)|requests\.storage|(requests\.)?hugepages-.+|pods|persistentvolumeclaims|resourcequotas|services(\.nodeports|\.loadbalancers)?|replicationcontrollers|secrets|configmaps)$/;
const KNOWN_TO_PODS = /^(cpu|memory|hugepages-.+)$/;

/** What containers ask for and may use at most. */
export const RESOURCE_CHECKS: Checks = {
  'core.v1.ResourceRequirements': (resources) => {
    if (isClaim(resources.parent)) return;
    const known = resources.parent?.has('containers') ? KNOWN_TO_PODS : STANDARD;
    const limits = resources.get('limits');
    const requests = resources.get('requests').entries();
    const quantities = limits.entries().concat(requests);
    for (const quantity of quantities) checkResource(quantity, known);
    for (const quantity of requests) checkRequest(quantity, limits);
    checkHugePages(resources, quantities);
  },
  'core.v1.EmptyDirVolumeSource.sizeLimit': notNegative,
  'autoscaling.v2.ContainerResourceMetricSource.name': (name) => {
    if (name.text && !name.text.includes('/') && !STANDARD.test(name.text)) {
      name.refuse('valid-names', `is no resource that a container can have: ${name.text}`);
    }
  },
  'autoscaling.v2.HPAScalingRules.tolerance': notNegative,
};

/** Refuses resources that a pod cannot ask for besides what its containers ask for. */
export function checkOverhead(overhead: Field): void {
  for (const quantity of overhead.entries()) checkResource(quantity);
}

/** Refuses a quantity that is zero or less. */
export function positiveQuantity(field: Field): void {
  const amount = amountOf(field);
  if (amount !== undefined && amount <= 0)
    field.refuse('valid-quantities', `must be greater than 0, is ${show(field.value)}`);
}

/** The number that a quantity stands for. */
export function amountOf(field: Field): number | undefined {
  return field.text === undefined && field.number === undefined ? undefined : parseQuantity(String(field.value).trim());
}

/** The same in thousandths: whole numbers can be added and divided without a rest of 0.1 that no number has. */
export function thousandths(field: Field): number | undefined {
  const amount = amountOf(field);
  return amount === undefined ? undefined : Math.round(amount * 1000);
}

/** Before 1.29 claims had the resources of containers; what they may ask for is judged with the claim. */
function isClaim(owner: Field | undefined): boolean {
  return typeof owner?.step !== 'number' && owner?.has('containers') === false;
}

/** Refuses what is no resource that a container can have; only quotas know requests of devices by such a name. */
export function obeyResource(quantity: Field, known = STANDARD): void {
  const name = String(quantity.step);
  const isKnown = name.includes('/') ? !(name.startsWith('requests.') && isDevice(name)) : known.test(name);
  obeyName(quantity, isKnown, 'that a container can have');
}

/** Refuses what is no resource that is counted in a namespace. */
export function obeyCounted(quantity: Field, known = COUNTED): void {
  const name = String(quantity.step);
  obeyName(quantity, name.includes('/') || known.test(name), 'that is counted');
}

function obeyName(quantity: Field, isKnown: boolean, which: string): void {
  const name = String(quantity.step);
  const wrong = qualifiedName(name);
  if (wrong !== undefined) quantity.refuse('valid-names', `the resource ${wrong}`);
  else if (!isKnown) quantity.refuse('valid-names', `is no resource ${which}: ${name}`);
}

/** Whether something may use more of a resource than it has asked for: not of devices and huge pages. */
export function mayExceed(resource: string): boolean {
  return !isDevice(resource) && !resource.startsWith('hugepages-');
}

/** Whether a resource is one that Kubernetes itself does not know, such as `nvidia.com/gpu`. */
export function isDevice(resource: string): boolean {
  return resource.includes('/') && !resource.includes('kubernetes.io/');
}

/** Refuses a quantity that is negative, or of what comes only in one piece. */
export function obeyQuantity(quantity: Field, isWhole: boolean): void {
  const amount = amountOf(quantity) ?? 0;
  notNegative(quantity);
  if (isWhole && !Number.isInteger(amount))
    quantity.refuse('valid-quantities', `must be a whole number, is ${show(quantity.value)}`);
}

function checkResource(quantity: Field, known?: RegExp): void {
  obeyResource(quantity, known);
  obeyQuantity(quantity, isDevice(String(quantity.step)));
}

/** Huge pages come in pages, and only together with a processor or other memory. */
function checkHugePages(resources: Field, quantities: readonly Field[]): void {
  const pages = quantities.filter(({ step }) => String(step).startsWith('hugepages-'));
  for (const quantity of pages) {
    const size = parseQuantity(String(quantity.step).slice('hugepages-'.length));
    const isWhole = size !== undefined && size > 0 && Number.isInteger((amountOf(quantity) ?? 0) / size);
    if (!isWhole) quantity.refuse('valid-quantities', `must be whole pages, is ${show(quantity.value)}`);
  }
  if (pages.length > 0 && !quantities.some(({ step }) => step === 'cpu' || step === 'memory'))
    resources.refuse('valid-object', 'must have cpu or memory beside huge pages');
}

function notNegative(quantity: Field): void {
  if ((amountOf(quantity) ?? 0) < 0)
    quantity.refuse('valid-quantities', `must not be negative, is ${show(quantity.value)}`);
}

function checkRequest(request: Field, limits: Field): void {
  const name = String(request.step);
  const limit = limits.get(name);
  const [asked, most] = [amountOf(request), amountOf(limit)];
  const exact = !mayExceed(name);
  if (exact && limit.missing) return request.refuse('valid-quantities', `needs a limit of ${name} that is equal`);
  if (asked === undefined || most === undefined) return;
  if (exact && asked !== most) request.refuse('valid-quantities', `must be equal to the limit (${show(limit.value)})`);
  else if (asked > most) {
    request.refuse('valid-quantities', `must not exceed the limit (${show(limit.value)}), is ${show(request.value)}`);
  }
}
