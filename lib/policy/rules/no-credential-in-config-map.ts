import { flatMap } from '../../manifest/flat-map';
import { fieldAt } from '../../manifest/fields';
import { ofKind } from '../../manifest/kinds';
import { isMap } from '../../manifest/pods';
import { credentialIn, credentialOfLine, isCredential, mayNameSecret } from '../../manifest/credentials';
import type { Resource } from '../../manifest/resource';
import { ERROR, type Rule, type Violation } from '../rule';

/** Judged by a value's form, by its key, and by the lines of files; as it may err, it is not locked. */
export const noCredentialInConfigMap: Rule = {
  id: 'no-credential-in-config-map',
  severity: ERROR,
  group: 'secrets',
  what: 'A ConfigMap must not have a password, token or private key in it.',
  why: 'ConfigMaps are committed, are not encrypted in the cluster, and more people may read them than Secrets.',
  remedy: 'put it into a Secret, and have the program read it from there, or refer to a variable in the file',
  link: 'https://kubernetes.io/docs/concepts/configuration/configmap/#motivation',
  check: (resources) =>
    flatMap(ofKind(resources, 'ConfigMap'), (resource) =>
      resource.object.apiVersion === 'v1' ? flatMap(FIELDS, (field) => violationsOf(resource, field)) : [],
    ),
};

const FIELDS = ['data', 'binaryData'] as const;

function violationsOf(resource: Resource, field: (typeof FIELDS)[number]): readonly Violation[] {
  const values = fieldAt(resource.object, field);
  if (!isMap(values)) return [];
  return flatMap(Object.entries(values), ([key, value]) => {
    if (typeof value !== 'string') return [];
    const text = field === 'data' ? value : Buffer.from(value, 'base64').toString('latin1');
    const found = credentialOf(key, text);
    return found === undefined ? [] : [{ resource, path: `${field}[${key}]`, message: `the ConfigMap has ${found}` }];
  });
}

function credentialOf(key: string, text: string): string | undefined {
  if (!text.includes('\n') && isCredential(key, text)) return 'a credential, going by its key';
  const form = credentialIn(text);
  if (form !== undefined) return form;
  const index = mayNameSecret(text) ? text.split('\n').findIndex((line) => credentialOfLine(line) !== undefined) : -1;
  return index < 0 ? undefined : `a credential in line ${index + 1} of its text`;
}
