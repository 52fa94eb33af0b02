import { type Checks, obey } from './check';
import type { Field } from './field';
import { checkLabels } from './metadata';
import { labelValue, qualifiedName } from './syntax';

const COMPARED = new Set(['In', 'NotIn']);

/** Selectors of labels, and of nodes by their labels. */
export const SELECTOR_CHECKS: Checks = {
  'meta.v1.LabelSelector.matchLabels': checkLabels,
  'meta.v1.LabelSelectorRequirement': (requirement) => {
    checkRequirement(requirement, ['In', 'NotIn', 'Exists', 'DoesNotExist']);
  },
  'core.v1.NodeSelectorTerm': (term) => {
    for (const requirement of term.get('matchExpressions').items()) {
      checkRequirement(requirement, ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt']);
    }
    for (const requirement of term.get('matchFields').items()) checkNodeField(requirement);
  },
  'core.v1.NodeSelector': (selector) => {
    const terms = selector.get('nodeSelectorTerms');
    if (terms.present && terms.list.length === 0) terms.refuse('valid-object', 'needs at least one term');
  },
};

function selects(selector: Field, labels: Readonly<Record<string, unknown>>): boolean {
  const wanted = selector.get('matchLabels').map ?? {};
  for (const key of Object.keys(wanted)) if (labels[key] !== wanted[key]) return false;
  const requirements = selector.get('matchExpressions').items();
  return requirements.every((requirement) => fulfils(requirement, labels));
}

/** Refuses the labels of pods that the selector of what makes them does not select. */
export function checkSelected(labels: Field, selector: Field): void {
  if (selector.map && !selects(selector, labels.map ?? {}))
    labels.refuse('selector-matches-template', 'must have the labels that spec.selector asks for');
}

function fulfils(requirement: Field, labels: Readonly<Record<string, unknown>>): boolean {
  const value = labels[requirement.get('key').text ?? ''];
  const values = requirement.get('values').list;
  switch (requirement.get('operator').text) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    default:
      return value === undefined;
  }
}

function checkRequirement(requirement: Field, operators: readonly string[]): void {
  const operator = requirement.get('operator');
  const values = requirement.get('values');
  obey(requirement.get('key'), qualifiedName, 'valid-labels');
  for (const value of values.items()) obey(value, labelValue, 'valid-labels');
  const text = operator.text ?? '';
  if (text && !operators.includes(text))
    operator.refuse('valid-object', `"${text}" is none of ${operators.join(', ')}`);
  else checkCount(text, values);
}

function checkCount(operator: string, values: Field): void {
  const count = values.list.length;
  if (COMPARED.has(operator) && count === 0) values.refuse('valid-object', `is required with ${operator}`);
  if (/Exist/.test(operator) && count > 0) values.refuse('valid-object', `must not be set with ${operator}`);
  if (/^[GL]t$/.test(operator) && count !== 1) values.refuse('valid-object', `must be one number with ${operator}`);
}

function checkNodeField(requirement: Field): void {
  const key = requirement.get('key');
  if (key.text && key.text !== 'metadata.name') key.refuse('valid-object', `must be metadata.name: ${key.text}`);
  const operator = requirement.get('operator');
  if (operator.text && !COMPARED.has(operator.text)) operator.refuse('valid-object', 'must be In or NotIn');
  else if (requirement.get('values').list.length !== 1)
    requirement.get('values').refuse('valid-object', 'must be one name');
}
