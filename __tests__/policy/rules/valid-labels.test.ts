import { validLabels } from '../../../lib/policy/rules/valid-labels';
import { describeRule } from '../support/describe-rule';

const labelled = (labels: string, annotations = '{}') =>
  `{ apiVersion: v1, kind: ConfigMap, metadata: { name: a, labels: ${labels}, annotations: ${annotations} } }`;
const deployment = (selector: string) =>
  `{ apiVersion: apps/v1, kind: Deployment, metadata: { name: a }, spec: { selector: ${selector} } }`;

describeRule(validLabels, {
  accepts: {
    'well-formed labels': labelled('{ app.kubernetes.io/name: web_1, empty: "" }'),
    'annotations with any value': labelled('{}', '{ example.com/note: "anything, of any length" }'),
    'annotations with capitals': labelled('{}', '{ Example.com/Note: a }'),
  },
  rejects: {
    'a value with a space': [
      labelled('{ app: my web }'),
      'metadata.labels.app: must be letters, digits, "-", "_" and ".", with a letter or digit at both ends: "my web"',
    ],
    'a value that is too long': [
      labelled(`{ app: ${'a'.repeat(64)} }`),
      `metadata.labels.app: must be at most 63 characters, has 64: "${'a'.repeat(60)}…"`,
    ],
    'a key with two slashes': [
      labelled('{ a/b/c: x }'),
      'metadata.labels[a/b/c]: the key must have one "/" at most: "a/b/c"',
    ],
    'annotations that are too long together': [
      labelled('{}', `{ a: "${'x'.repeat(262_144)}" }`),
      'metadata.annotations: must be at most 262144 bytes together, are 262145',
    ],
    'a level of Pod Security that does not exist': [
      '{ apiVersion: v1, kind: Namespace, metadata: { name: a, labels: { pod-security.kubernetes.io/enforce: strict } } }',
      'metadata.labels[pod-security.kubernetes.io/enforce]: must be privileged, baseline or restricted: "strict"',
    ],
    'an empty selector': [deployment('{}'), 'spec.selector: must not be empty'],
    'a wrong label in a selector': [
      deployment('{ matchLabels: { app: "a b" } }'),
      'spec.selector.matchLabels.app: must be letters, digits, "-", "_" and ".", with a letter or digit at both ends: "a b"',
    ],
  },
});
