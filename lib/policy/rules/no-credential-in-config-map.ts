import { fieldAt } from '../../manifest/fields';
import { isMap } from '../../manifest/pods';
import { credentialIn, credentialOfLine, isCredential, mayNameSecret } from '../../manifest/credentials';
import { ERROR, type Rule } from '../rule';

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
    resources
      .filter(({ object }) => object.apiVersion === 'v1' && object.kind === 'ConfigMap')
      .flatMap((resource) =>
        [...textsIn(resource.object, 'data'), ...textsIn(resource.object, 'binaryData')].flatMap(
          ({ path, key, text }) => {
            const found = credentialOf(key, text);
            return found === undefined ? [] : [{ resource, path, message: `the ConfigMap has ${found}` }];
          },
        ),
      ),
};

function textsIn(object: unknown, field: 'data' | 'binaryData') {
  const values = fieldAt(object, field);
  return Object.entries(isMap(values) ? values : {}).flatMap(([key, value]) => {
    if (typeof value !== 'string') return [];
    const text = field === 'data' ? value : Buffer.from(value, 'base64').toString('latin1');
    return [{ path: `${field}[${key}]`, key, text }];
  });
}

function credentialOf(key: string, text: string): string | undefined {
  if (!text.includes('\n') && isCredential(key, text)) return 'a credential, going by its key';
  const form = credentialIn(text);
  if (form !== undefined) return form;
  const index = mayNameSecret(text) ? text.split('\n').findIndex((line) => credentialOfLine(line) !== undefined) : -1;
  return index < 0 ? undefined : `a credential in line ${index + 1} of its text`;
}
