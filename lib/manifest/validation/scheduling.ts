import { type Checks, forbid, obey, obeyItem } from './check';
import type { Field } from './field';
import { dnsLabel, labelValue, qualifiedName } from './syntax';

/** Where pods may and should run. */
export const SCHEDULING_CHECKS: Checks = {
  'core.v1.PodAffinityTerm': (term) => {
    obey(term.get('topologyKey'), qualifiedName, 'valid-labels');
    for (const namespace of term.get('namespaces').items()) obeyItem(namespace, dnsLabel);
    checkLabelKeys(term, 'matchLabelKeys');
    checkLabelKeys(term, 'mismatchLabelKeys');
  },
  'core.v1.Toleration': checkToleration,
  'core.v1.TopologySpreadConstraint': (constraint) => {
    if (constraint.textOf('whenUnsatisfiable') !== 'DoNotSchedule') {
      forbid(constraint.get('minDomains'), 'without whenUnsatisfiable: DoNotSchedule');
    }
    checkLabelKeys(constraint, 'matchLabelKeys');
  },
};

function checkLabelKeys(term: Field, list: string): void {
  if (!term.has(list)) return;
  const keys = term.get(list);
  if (keys.empty) return;
  if (term.get('labelSelector').missing) keys.refuse('valid-object', 'must not be set without labelSelector');
  const selected = Object.keys(term.at('labelSelector', 'matchLabels').map ?? {});
  for (const key of keys.items()) {
    obey(key, qualifiedName, 'valid-labels');
    if (selected.includes(key.text ?? '')) key.refuse('valid-object', `is in labelSelector too: ${key.text}`);
  }
}

function checkToleration(toleration: Field): void {
  const operator = toleration.get('operator');
  const value = toleration.get('value');
  obey(toleration.get('key'), qualifiedName, 'valid-labels');
  if (toleration.get('key').empty && operator.text !== 'Exists') {
    operator.refuse('valid-object', 'must be Exists for a toleration without a key');
  }
  if (operator.text === 'Exists' && !value.empty) value.refuse('valid-object', 'must not be set with operator: Exists');
  if (operator.empty || operator.text === 'Equal') obey(value, labelValue, 'valid-labels');
  if (toleration.get('tolerationSeconds').present && toleration.get('effect').text !== 'NoExecute') {
    toleration.get('tolerationSeconds').refuse('valid-object', 'must not be set without effect: NoExecute');
  }
}
