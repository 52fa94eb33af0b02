import type { Checks } from './check';
import type { Field } from './field';
import { COUNTED, isDevice, obeyCounted, obeyQuantity } from './resources';

const ANY_PODS = /^(pods|(requests\.|limits\.)?(cpu|memory))$/;
const ABOUT: Readonly<Record<string, RegExp>> = {
  BestEffort: /^pods$/,
  VolumeAttributesClass: /^(persistentvolumeclaims|requests\.storage)$/,
};
const OBJECTS =
  /^(pods|resourcequotas|services(\.nodeports|\.loadbalancers)?|replicationcontrollers|secrets|configmaps|persistentvolumeclaims)$/;
const NEVER_TOGETHER = [
  ['BestEffort', 'NotBestEffort'],
  ['Terminating', 'NotTerminating'],
] as const;

/** Quotas of a namespace. https://kubernetes.io/docs/concepts/policy/resource-quotas/#quota-scopes */
export const QUOTA_CHECKS: Checks = {
  'core.v1.ResourceQuotaSpec': (quota) => {
    const hard = quota.get('hard');
    const scopes = quota.get('scopes');
    const chosen = quota.at('scopeSelector', 'matchExpressions');
    for (const quantity of hard.entries()) {
      obeyCounted(quantity);
      obeyQuantity(quantity, isWhole(String(quantity.step)));
    }
    for (const scope of scopes.items()) checkScope(scope, hard);
    const selected = chosen.items().map((item) => item.get('scopeName'));
    for (const scope of selected) checkScope(scope, hard);
    checkTogether(scopes, scopes.items());
    checkTogether(chosen, selected);
  },
  'core.v1.ScopedResourceSelectorRequirement': (requirement) => {
    const [scope, operator, values] = ['scopeName', 'operator', 'values'].map((name) => requirement.get(name));
    const needsValues = operator!.text === 'In' || operator!.text === 'NotIn';
    if (needsValues && values!.empty) values!.refuse('valid-object', `is required with operator: ${operator!.text}`);
    if (!needsValues && !values!.empty) values!.refuse('valid-object', 'must not be set without operator: In or NotIn');
    const isFree = scope!.text === 'PriorityClass' || scope!.text === 'VolumeAttributesClass';
    if (!isFree && operator!.text !== 'Exists') operator!.refuse('valid-object', `must be Exists for ${scope!.text}`);
  },
};

/** Whether a quota counts objects or devices. */
function isWhole(resource: string): boolean {
  return isDevice(resource) ? !resource.startsWith('requests.') : OBJECTS.test(resource);
}

/** Most scopes are about pods, and BestEffort about their number alone. */
function checkScope(scope: Field, hard: Field): void {
  const isAbout = ABOUT[scope.text ?? ''] ?? ANY_PODS;
  const names = Object.keys(hard.map ?? {}).filter((name) => COUNTED.test(name) && !isAbout.test(name));
  if (names.length > 0) scope.refuse('valid-object', `is not about ${names.join(', ')}: ${scope.text}`);
}

function checkTogether(list: Field, scopes: readonly Field[]): void {
  for (const pair of NEVER_TOGETHER) {
    if (pair.every((name) => scopes.some(({ text }) => text === name))) {
      list.refuse('valid-object', `must not have both ${pair.join(' and ')}`);
    }
  }
}
