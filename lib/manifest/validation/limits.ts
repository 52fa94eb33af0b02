import { show } from '../fields';
import { type Checks, obey, unique } from './check';
import type { Field } from './field';
import { amountOf, COUNTED, mayExceed, obeyCounted, obeyResource, thousandths } from './resources';
import { qualifiedName } from './syntax';

/** What a claim asks for, or a quota counts. */
const LIMITED = new RegExp(`^storage$|${COUNTED.source}`);

/** Limits of a namespace. https://kubernetes.io/docs/concepts/policy/limit-range/ */
export const LIMIT_CHECKS: Checks = {
  'core.v1.LimitRangeSpec': (spec) => unique(spec.get('limits').items(), 'type'),
  'core.v1.LimitRangeItem': (item) => {
    obey(item.get('type'), limitType);
    const ofContainers = ['Container', 'Pod'].includes(item.textOf('type') ?? '');
    for (const name of ['default', 'defaultRequest', 'max', 'min', 'maxLimitRequestRatio']) {
      for (const quantity of item.get(name).entries())
        if (ofContainers) obeyResource(quantity);
        else obeyCounted(quantity, LIMITED);
    }
    ordered(item, ['min', 'defaultRequest', 'default', 'max']);
    checkLimitType(item);
    for (const ratio of item.get('maxLimitRequestRatio').entries()) checkRatio(ratio, item);
    for (const asked of item.get('defaultRequest').entries()) checkExact(asked, item.get('default'));
  },
};

/** Claims have a least or greatest size, and pods nothing that is put into them. */
function checkLimitType(item: Field): void {
  const { text } = item.get('type');
  const isSized = item.at('min', 'storage').present || item.at('max', 'storage').present;
  if (text === 'PersistentVolumeClaim' && !isSized) item.refuse('valid-object', 'needs storage in min or max');
  for (const name of ['default', 'defaultRequest']) {
    if (text === 'Pod' && !item.get(name).empty) item.get(name).refuse('valid-object', 'must not be set for pods');
  }
}

/** How much more than it asks for something may use: at least as much, and no more than the greatest of the least. */
function checkRatio(ratio: Field, item: Field): void {
  const resource = String(ratio.step);
  const [least = 0, most = 0] = [item.get('min').get(resource), item.get('max').get(resource)].map(thousandths);
  const times = thousandths(ratio) ?? 1000;
  if (times < 1000) ratio.refuse('valid-quantities', `must be at least 1, is ${show(ratio.value)}`);
  if (!least || !most || times / 1000 <= most / least) return;
  ratio.refuse('valid-quantities', `must not exceed max / min (${most / least}), is ${show(ratio.value)}`);
}

/** Of devices and huge pages nothing can use more than it has asked for. */
function checkExact(asked: Field, defaults: Field): void {
  const limit = defaults.get(String(asked.step));
  if (limit.missing || mayExceed(String(asked.step)) || amountOf(asked) === amountOf(limit)) return;
  asked.refuse('valid-quantities', `must be equal to default (${show(limit.value)}), is ${show(asked.value)}`);
}

function limitType(type: string): string | undefined {
  const standard = ['Pod', 'Container', 'PersistentVolumeClaim'];
  return (
    qualifiedName(type) ??
    (standard.includes(type) || type.includes('/') ? undefined : `must be one of ${standard.join(', ')}`)
  );
}

/** Refuses an amount that is greater than the next one of the same resource. */
function ordered(item: Field, names: readonly string[]): void {
  for (const resource of new Set(names.flatMap((name) => Object.keys(item.get(name).map ?? {})))) {
    const amounts = names.map((name) => item.get(name).get(resource)).filter(({ present }) => present);
    for (const [index, quantity] of amounts.entries()) {
      const below = amounts[index - 1];
      if (below && (amountOf(below) ?? 0) > (amountOf(quantity) ?? 0)) {
        quantity.refuse(
          'valid-quantities',
          `must not be less than ${String(below.parent?.step)} (${show(below.value)})`,
        );
      }
    }
  }
}
