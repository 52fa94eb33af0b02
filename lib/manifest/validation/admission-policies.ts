import { isAtLeast } from '../version';
import { type About, atMost, type Checks, goTogether, need, obey, obeyItem } from './check';
import type { Field } from './field';
import { dnsName, pathSegment, qualifiedName, shown } from './syntax';
import { checkRule } from './webhooks';

/** Since when the schema says what the binding of a ValidatingAdmissionPolicy needs. */
const DECLARED = '1.36';
const MOST_CONDITIONS = 64;
const IDENTIFIER = /^[_a-zA-Z][_a-zA-Z0-9]*$/;
const API_VERSION = /^([^/]+\/)?[a-z]([-a-z0-9]*[a-z0-9])?$/;
const PATCHES = { ApplyConfiguration: 'applyConfiguration', JSONPatch: 'jsonPatch' };

/**
 * Policies that judge or change objects by expressions, and what binds them to something.
 * https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/
 */
export const ADMISSION_POLICY_CHECKS: Checks = {
  'admissionregistration.v1.ValidatingAdmissionPolicySpec': (policy) => {
    checkPolicy(policy);
    if (policy.get('validations').empty && policy.get('auditAnnotations').empty)
      policy.refuse('valid-object', 'needs validations or auditAnnotations');
  },
  'admissionregistration.v1.MutatingAdmissionPolicySpec': (policy) => {
    checkPolicy(policy);
    for (const name of ['mutations', 'reinvocationPolicy']) need(policy.get(name));
  },
  'admissionregistration.v1.ValidatingAdmissionPolicyBindingSpec': (binding, about) => {
    checkBinding(binding, about);
    const actions = binding.get('validationActions');
    if (actions.present || !isAtLeast(about.version, DECLARED)) need(actions);
    if (['Deny', 'Warn'].every((action) => actions.list.includes(action)))
      actions.refuse('valid-object', 'must not have both Deny and Warn');
  },
  'admissionregistration.v1.MutatingAdmissionPolicyBindingSpec': checkBinding,
  'admissionregistration.v1.ParamRef': (parameters) => {
    const isNamed = !parameters.get('name').empty;
    if (isNamed === parameters.has('selector'))
      parameters.refuse(
        'valid-object',
        isNamed ? 'must not have both name and selector' : 'needs a name or a selector',
      );
    obey(parameters.get('name'), pathSegment);
    if (parameters.get('parameterNotFoundAction').missing) need(parameters.get('parameterNotFoundAction'));
  },
  'admissionregistration.v1.ParamKind': (parameters) => {
    const version = parameters.get('apiVersion');
    for (const name of ['apiVersion', 'kind']) need(parameters.get(name));
    if (version.text && !API_VERSION.test(version.text))
      version.refuse('valid-object', `must be like example.com/v1: ${shown(version.text)}`);
  },
  'admissionregistration.v1.NamedRuleWithOperations': (rule, about) => {
    checkRule(rule);
    for (const name of rule.get('resourceNames').items()) obeyItem(name, pathSegment);
    if (about.kind.startsWith('Mutating')) checkOperations(rule);
  },
  'admissionregistration.v1.MatchCondition': (condition) => obey(condition.get('name'), qualifiedName),
  'admissionregistration.v1.Validation': (validation) => {
    const { text } = validation.get('message');
    if (text !== undefined && /[\r\n]/.test(text.trim()))
      validation.get('message').refuse('valid-object', 'must not have several lines');
  },
  'admissionregistration.v1.Variable': (variable) => {
    obey(variable.get('name'), (text) => (IDENTIFIER.test(text) ? undefined : `is no identifier: ${shown(text)}`));
  },
  'admissionregistration.v1.Mutation': (mutation) => goTogether(mutation, 'patchType', PATCHES),
};

function checkPolicy(policy: Field): void {
  need(policy.at('matchConstraints', 'resourceRules'));
  atMost(policy.get('matchConditions'), MOST_CONDITIONS);
}

function checkBinding(binding: Field, { kind, version }: About): void {
  if (kind.startsWith('Mutating') || !isAtLeast(version, DECLARED)) need(binding.get('policyName'));
  obey(binding.get('policyName'), dnsName);
}

/** What is deleted cannot be changed. */
function checkOperations(rule: Field): void {
  for (const operation of rule.get('operations').items())
    if (operation.text === 'DELETE')
      operation.refuse('valid-object', 'must not be DELETE in a policy that changes objects');
}
