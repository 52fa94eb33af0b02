import { type Check, type Checks, forbid, goTogether, notEmpty, obey, within } from './check';
import type { Field } from './field';
import { dnsLabel, dnsName, shown } from './syntax';

const VERSIONS = ['v1', 'v1beta3', 'v1beta2'];
const HIGHEST_PRECEDENCE = 10_000;
const MOST_QUEUES = 10_000_000;
const DEFAULT_QUEUES = 64;
const DEFAULT_HAND = 8;
const VERBS = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection', 'proxy'];

/** The field of a subject that goes with its kind. */
const SUBJECTS = { User: 'user', Group: 'group', ServiceAccount: 'serviceAccount' };

/** Checks of all versions of the API; the types are alike. */
const CHECKS: Checks = {
  FlowSchema: (schema) => {
    const precedence = schema.at('spec', 'matchingPrecedence');
    const exempt = schema.get('metadata').textOf('name') === 'exempt';
    if (precedence.number) within(precedence, exempt ? 1 : 2, HIGHEST_PRECEDENCE);
    obey(schema.at('spec', 'priorityLevelConfiguration', 'name'), dnsName);
  },
  PolicyRulesWithSubjects: (rule) => {
    notEmpty(rule.get('subjects'));
    if (rule.get('resourceRules').empty && rule.get('nonResourceRules').empty) {
      rule.refuse('valid-object', 'needs resourceRules or nonResourceRules');
    }
  },
  Subject: (subject) => goTogether(subject, 'kind', SUBJECTS),
  ServiceAccountSubject: (account) => {
    if (account.textOf('name') !== '*') obey(account.get('name'), dnsName);
    obey(account.get('namespace'), dnsLabel);
  },
  ResourcePolicyRule: (rule) => {
    checkVerbs(rule.get('verbs'));
    for (const name of ['apiGroups', 'resources']) allOrSome(rule.get(name));
    const namespaces = rule.get('namespaces');
    if (namespaces.empty && rule.read('clusterScope') !== true)
      namespaces.refuse('valid-object', 'is required without clusterScope: true');
    else if (!allOrSome(namespaces, false)) for (const namespace of namespaces.items()) obey(namespace, dnsLabel);
  },
  NonResourcePolicyRule: (rule) => {
    checkVerbs(rule.get('verbs'));
    const urls = rule.get('nonResourceURLs');
    if (!allOrSome(urls)) for (const url of urls.items()) checkUrl(url);
  },
  PriorityLevelConfiguration: (level) => {
    const type = level.at('spec', 'type');
    const isExempt = level.get('metadata').textOf('name') === 'exempt';
    if (type.text === 'Exempt' && !isExempt)
      type.refuse('valid-object', 'must not be Exempt but for the level "exempt"');
    if (type.text === 'Limited' && isExempt) type.refuse('valid-object', 'must be Exempt for the level "exempt"');
  },
  PriorityLevelConfigurationSpec: (spec) => {
    goTogether(spec, 'type', { Limited: 'limited' });
    if (spec.textOf('type') === 'Limited') forbid(spec.get('exempt'), 'with type: Limited');
  },
  LimitedPriorityLevelConfiguration: checkShares,
  ExemptPriorityLevelConfiguration: checkShares,
  LimitResponse: (response) => goTogether(response, 'type', { Queue: 'queuing' }),
  QueuingConfiguration: (queuing) => {
    for (const name of ['queueLengthLimit', 'handSize']) within(queuing.get(name), 0);
    within(queuing.get('queues'), 0, MOST_QUEUES);
    const queues = queuing.get('queues').number || DEFAULT_QUEUES;
    const hand = queuing.get('handSize').number || DEFAULT_HAND;
    if (hand > queues) queuing.get('handSize').refuse('valid-object', `must not exceed queues (${queues}), is ${hand}`);
  },
};

/** How the API server shares itself out. https://kubernetes.io/docs/concepts/cluster-administration/flow-control/ */
export const FLOW_CONTROL_CHECKS: Checks = Object.fromEntries(
  VERSIONS.flatMap((version) =>
    Object.entries(CHECKS).map(([type, check]): [string, Check] => [`flowcontrol.${version}.${type}`, check]),
  ),
);

function checkShares(level: Field): void {
  within(level.get('nominalConcurrencyShares'), 0);
  within(level.get('lendablePercent'), 0, 100);
  within(level.get('borrowingLimitPercent'), 0);
}

function checkVerbs(verbs: Field): void {
  if (allOrSome(verbs)) return;
  for (const verb of verbs.items()) {
    if (verb.text !== undefined && !VERBS.includes(verb.text))
      verb.refuse('valid-object', `is none of ${VERBS.join(', ')}: ${shown(verb.text)}`);
  }
}

function checkUrl(url: Field): void {
  const { text } = url;
  if (text === undefined || text === '/') return;
  if (!text.startsWith('/')) url.refuse('valid-object', `must begin with "/": ${shown(text)}`);
  else if (/ |\/\//.test(text)) url.refuse('valid-object', `must not have spaces or "//" in it: ${shown(text)}`);
  else if (/\*./.test(text) || /[^/]\*$/.test(text))
    url.refuse('valid-object', `must have "*" as its last part only: ${shown(text)}`);
}

/** Whether a list stands for everything, which it does alone. */
function allOrSome(list: Field, needed = true): boolean {
  if (needed) notEmpty(list);
  const isAll = list.list.includes('*');
  if (isAll && list.list.length > 1) list.refuse('valid-object', 'must not have others beside *');
  return isAll;
}
