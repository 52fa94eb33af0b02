import { atMostOne, type Checks, obey, unique, within } from './check';
import type { Field } from './field';
import { dnsName, shown } from './syntax';

const REVIEWS = ['v1', 'v1beta1'];
const SIDE_EFFECTS = ['None', 'NoneOnDryRun'];

/**
 * Webhooks that judge or change objects.
 * https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#webhook-configuration
 */
export const WEBHOOK_CHECKS: Checks = {
  'admissionregistration.v1.MutatingWebhookConfiguration': checkNames,
  'admissionregistration.v1.ValidatingWebhookConfiguration': checkNames,
  'admissionregistration.v1.MutatingWebhook': checkWebhook,
  'admissionregistration.v1.ValidatingWebhook': checkWebhook,
  'admissionregistration.v1.WebhookClientConfig': (client) => {
    if (!client.has('url') && !client.has('service')) client.refuse('valid-object', 'needs a url or a service');
    atMostOne(client, ['url', 'service']);
    const url = client.get('url');
    if (url.text !== undefined && !/^https:\/\/[^/?#@]+(\/[^?#]*)?$/.test(url.text)) {
      url.refuse('valid-object', `must be like https://example.com/path: ${shown(url.text)}`);
    }
  },
  'admissionregistration.v1.ServiceReference.port': (number) => within(number, 1, 65535),
  'admissionregistration.v1.RuleWithOperations': checkRule,
};

/** What a webhook or a policy is about. */
export function checkRule(rule: Field): void {
  for (const name of ['operations', 'apiGroups', 'apiVersions', 'resources']) checkList(rule.get(name));
  const scope = rule.get('scope');
  if (scope.present && !['Cluster', 'Namespaced', '*'].includes(scope.text ?? '')) {
    scope.refuse('valid-object', `must be Cluster, Namespaced or *, is ${scope.text || 'empty'}`);
  }
}

function checkNames(configuration: Field): void {
  unique(configuration.get('webhooks').items(), 'name');
}

function checkWebhook(webhook: Field): void {
  obey(webhook.get('name'), (text) =>
    text.split('.').length < 3 ? `must have three parts at least: ${shown(text)}` : dnsName(text),
  );
  const effects = webhook.get('sideEffects');
  if (effects.text !== undefined && !SIDE_EFFECTS.includes(effects.text)) {
    effects.refuse('valid-object', `must be ${SIDE_EFFECTS.join(' or ')}, is ${effects.text || 'empty'}`);
  }
  const reviews = webhook.get('admissionReviewVersions');
  if (!reviews.list.some((version) => REVIEWS.includes(String(version)))) {
    reviews.refuse('valid-object', `must have one of ${REVIEWS.join(', ')}`);
  }
  unique(reviews.items());
  if (webhook.has('timeoutSeconds')) within(webhook.get('timeoutSeconds'), 1, 30);
}

/** What a rule is about; `*` stands for all, and alone. */
function checkList(list: Field): void {
  if (list.empty) return list.refuse('valid-object', 'is required');
  const isName = list.step !== 'apiGroups';
  for (const item of list.items()) if (isName && item.text === '') item.refuse('valid-object', 'must not be empty');
  const others = list.list.filter((item) => list.step !== 'resources' || !String(item).includes('/'));
  if (others.length > 1 && others.includes('*')) list.refuse('valid-object', 'must not have others beside *');
  const all = list.step === 'resources' && list.list.length > 1 && list.list.includes('*/*');
  if (all) list.refuse('valid-object', 'must not have others beside */*');
}
