import { atMostOne, type Checks, obey, obeyItem, oneOf, unique } from './check';
import { checkDefinitionSchema } from './definition-schemas';
import type { Field } from './field';
import { dnsName, serviceLabel } from './syntax';

const COLUMN_TYPES = ['integer', 'number', 'string', 'boolean', 'date'];
const REVIEWS = ['v1', 'v1beta1'];

/** What else the root of a schema may say beside a status of its own. */
const AT_ROOT =
  /^(description|type|format|title|(exclusiveM|m)(ax|in)imum|m(ax|in)(Length|Items)|pattern|uniqueItems|multipleOf|required|items|properties|externalDocs|example|x-kubernetes-(preserve-unknown-fields|validations))$/;

/**
 * Definitions of custom resources.
 * https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go
 */
export const DEFINITION_CHECKS: Checks = {
  'apiextensions.v1.CustomResourceDefinition': (definition) => {
    const [plural, group] = [definition.at('spec', 'names', 'plural').text, definition.at('spec', 'group').text];
    const name = definition.at('metadata', 'name');
    if (name.text !== `${plural}.${group}`)
      name.refuse('valid-names', `must be ${plural}.${group}, its plural and group`);
  },
  'apiextensions.v1.CustomResourceDefinitionSpec': (spec) => {
    checkGroup(spec.get('group'));
    oneOf(spec.get('scope'), ['Cluster', 'Namespaced']);
    checkVersions(spec.get('versions'));
    const keeps = spec.get('preserveUnknownFields');
    if (keeps.value === true) {
      keeps.refuse('valid-object', 'must not be true: set x-kubernetes-preserve-unknown-fields in the schema instead');
    }
  },
  'apiextensions.v1.CustomResourceDefinitionNames': (names) => {
    for (const field of ['plural', 'singular']) obey(names.get(field), serviceLabel);
    for (const field of ['kind', 'listKind']) obey(names.get(field), (text) => serviceLabel(text.toLowerCase()));
    for (const field of ['shortNames', 'categories'])
      for (const item of names.get(field).items()) obeyItem(item, serviceLabel);
    const list = names.get('listKind');
    if (list.text && list.text === names.get('kind').text) list.refuse('valid-names', 'must not be the same as kind');
  },
  'apiextensions.v1.CustomResourceDefinitionVersion': (version) => {
    obey(version.get('name'), serviceLabel);
    const schema = version.at('schema', 'openAPIV3Schema');
    if (schema.missing) schema.refuse('valid-object', 'is required');
    else checkDefinitionSchema(schema);
    if (version.at('subresources', 'status').present) checkRoot(schema);
    const warning = version.get('deprecationWarning');
    if (warning.present && version.read('deprecated') !== true) {
      warning.refuse('valid-object', 'must not be set without deprecated: true');
    }
  },
  'apiextensions.v1.CustomResourceColumnDefinition': (column) => {
    oneOf(column.get('type'), COLUMN_TYPES);
    simplePath(column.get('jsonPath'), '.');
  },
  'apiextensions.v1.CustomResourceSubresourceScale': (scale) => {
    simplePath(scale.get('specReplicasPath'), '.spec.');
    simplePath(scale.get('statusReplicasPath'), '.status.');
    simplePath(scale.get('labelSelectorPath'), '.spec.', '.status.');
  },
  'apiextensions.v1.CustomResourceConversion': checkConversion,
};

function checkGroup(group: Field): void {
  obey(group, dnsName);
  if (group.text && !group.text.includes('.')) group.refuse('valid-names', `must have a dot: ${group.text}`);
}

function checkVersions(versions: Field): void {
  unique(versions.items(), 'name');
  const stored = versions.items().filter((version) => version.read('storage') === true);
  if (stored.length !== 1) {
    versions.refuse('valid-object', `must have one version with storage: true, has ${stored.length}`);
  }
}

/** The status of a resource is taken out of its schema; what the root says of the whole would be lost. */
function checkRoot(schema: Field): void {
  for (const field of schema.entries()) {
    const isNone = field.empty || field.value === false || field.value === 0;
    if (!isNone && !AT_ROOT.test(String(field.step))) {
      field.refuse('valid-object', 'must not be set at the root of a schema with a status subresource');
    }
  }
}

function checkConversion(conversion: Field): void {
  const strategy = conversion.get('strategy');
  oneOf(strategy, ['None', 'Webhook']);
  const webhook = conversion.get('webhook');
  if (strategy.text !== 'Webhook') {
    if (webhook.present) webhook.refuse('valid-object', 'must not be set without strategy: Webhook');
    return;
  }
  const client = webhook.get('clientConfig');
  if (!client.has('url') && !client.has('service')) client.refuse('valid-object', 'needs a url or a service');
  atMostOne(client, ['url', 'service']);
  const reviews = webhook.get('conversionReviewVersions');
  if (!reviews.list.some((version) => REVIEWS.includes(String(version)))) {
    reviews.refuse('valid-object', `must have one of ${REVIEWS.join(', ')}`);
  }
}

function simplePath(path: Field, ...starts: readonly string[]): void {
  if (path.text && !starts.some((start) => path.text!.startsWith(start))) {
    path.refuse('valid-object', `must begin with ${starts.join(' or ')}, is ${path.text}`);
  }
}
