import { type Checks, forbid, need, notEmpty, obey, obeyItem, oneOf, unique, within } from './check';
import type { Field } from './field';
import { checkLabels } from './metadata';
import { checkOverhead } from './resources';
import { dnsLabel, dnsName, pathSegment, qualifiedName, shown, type Syntax } from './syntax';

const HIGHEST_PRIORITY = 1_000_000_000;
const LEAST_SECONDS = 600;
const MOST_PARAMETERS = 512;

/** Kinds of the whole cluster that others name as their class. */
export const CLASS_CHECKS: Checks = {
  'storage.v1.CSIDriverSpec': (driver) => {
    oneOf(driver.get('fsGroupPolicy'), ['ReadWriteOnceWithFSType', 'File', 'None']);
    for (const mode of driver.get('volumeLifecycleModes').items()) oneOf(mode, ['Persistent', 'Ephemeral']);
    unique(driver.get('tokenRequests').items(), 'audience');
    if (driver.has('serviceAccountTokenInSecrets') && driver.get('tokenRequests').empty)
      forbid(driver.get('serviceAccountTokenInSecrets'), 'without tokenRequests');
  },
  'storage.v1.CSIDriverSpec.nodeAllocatableUpdatePeriodSeconds': (period) => within(period, 10),
  'storage.v1.TokenRequest.expirationSeconds': (seconds) => within(seconds, LEAST_SECONDS, 2 ** 32),
  'storage.v1.StorageClass': (storage) => {
    if (!storage.has('parameters')) return;
    const names = Object.keys(storage.get('parameters').map ?? {});
    if (names.includes('')) storage.get('parameters').refuse('valid-object', 'must not have an empty name');
    if (names.length > MOST_PARAMETERS)
      storage.get('parameters').refuse('valid-object', `must be at most ${MOST_PARAMETERS}, are ${names.length}`);
  },
  'core.v1.TopologySelectorTerm': (term) => unique(term.get('matchLabelExpressions').items(), 'key'),
  'core.v1.TopologySelectorLabelRequirement': (requirement) => {
    notEmpty(requirement.get('values'));
    unique(requirement.get('values').items());
  },
  'storage.v1.VolumeAttributesClass': (attributes) => {
    obey(attributes.get('driverName'), (text) => qualifiedName(text.toLowerCase()));
    need(attributes.get('parameters'));
  },
  'node.v1.Scheduling': (scheduling) => checkLabels(scheduling.get('nodeSelector')),
  'node.v1.RuntimeClass': (runtime) => {
    obey(runtime.get('handler'), dnsLabel);
    checkOverhead(runtime.at('overhead', 'podFixed'));
  },
  'scheduling.v1.PriorityClass': (priority) => {
    const [name, value] = [priority.at('metadata', 'name'), priority.get('value')];
    if (name.text?.startsWith('system-')) {
      const isKnown = /^system-(cluster|node)-critical$/.test(name.text);
      return isKnown ? undefined : name.refuse('valid-names', `must not begin with "system-": ${name.text}`);
    }
    if ((value.number ?? 0) > HIGHEST_PRIORITY) within(value, -Infinity, HIGHEST_PRIORITY);
  },
  'networking.v1.IngressClassSpec': (spec) => {
    obeyItem(spec.get('controller'), controllerName);
  },
  'networking.v1.IngressClassParametersReference': (parameters) => {
    if (parameters.has('apiGroup')) obeyItem(parameters.get('apiGroup'), dnsName);
    for (const name of ['kind', 'name']) obey(parameters.get(name), pathSegment);
    checkScope(parameters.get('scope'), parameters.get('namespace'));
  },
};

/** `example.com/ingress-controller`. */
const controllerName: Syntax = (text) => {
  const domain = text.slice(0, Math.max(text.indexOf('/'), 0));
  const isPath = /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/.test(text.slice(domain.length + 1));
  if (text.length > 250) return 'must be at most 250 characters';
  return dnsName(domain) === undefined && isPath ? undefined : `must be like example.com/name: ${shown(text)}`;
};

/** Parameters are of the cluster, unless they say in which namespace they are. */
function checkScope(scope: Field, namespace: Field): void {
  oneOf(scope, ['Cluster', 'Namespace']);
  if (scope.text === 'Namespace') {
    if (namespace.missing) namespace.refuse('valid-object', 'is required with scope: Namespace');
    else obeyItem(namespace, dnsLabel);
  } else if (namespace.present) namespace.refuse('valid-object', 'must not be set without scope: Namespace');
}
