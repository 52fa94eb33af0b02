import { flatMap } from '../../manifest/flat-map';
import { mapsAt, textAt, textsAt } from '../../manifest/fields';
import { containersOf, type DescribedContainer, type DescribedPod, isMap, podOf } from '../../manifest/pods';
import type { Resource } from '../../manifest/resource';
import { ACKNOWLEDGE } from '../acknowledgement';
import { credentialIn, isCredential, mayNameSecret, secretWord } from '../../manifest/credentials';
import { ERROR, type Rule, type Violation } from '../rule';

/** Judged by a value's form and by the name it goes by, so it may err and is not locked; the value is never shown. */
export const noLiteralCredential: Rule = {
  id: 'no-literal-credential',
  severity: ERROR,
  group: 'secrets',
  what: 'A variable, an argument or an annotation must not have a password, token or private key in it.',
  why: 'The manifests are committed, and whoever may look at a pod sees its variables and arguments.',
  remedy: 'put it into a Secret, and refer to that with valueFrom.secretKeyRef or a mounted file',
  link: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
  check: (resources) =>
    flatMap(resources, (resource) => {
      const pod = podOf(resource);
      const ofObject = ofAnnotations(resource, 'metadata.annotations', resource.object.metadata?.annotations);
      return pod ? [...ofObject, ...ofTemplate(pod), ...ofContainers(pod)] : ofObject;
    }),
};

function ofTemplate({ resource, path, annotations }: DescribedPod): readonly Violation[] {
  if (resource.object.kind === 'Pod') return [];
  return ofAnnotations(resource, `${path.slice(0, -'spec'.length)}metadata.annotations`, annotations);
}

function ofAnnotations(resource: Resource, path: string, annotations: unknown): readonly Violation[] {
  if (!isMap(annotations)) return [];
  return flatMap(Object.entries(annotations), ([key, value]) => {
    if (typeof value !== 'string' || key === ACKNOWLEDGE) return [];
    const found = credentialIn(value) ?? (isNamedSo(key, value) ? 'a credential, going by its name' : undefined);
    return found === undefined ? [] : [{ resource, path: `${path}[${key}]`, message: `the annotation has ${found}` }];
  });
}

/** An annotation that ends with `secret` names a Secret, as those of ingress controllers do. */
function isNamedSo(key: string, value: string): boolean {
  return !key.endsWith('secret') && isCredential(key.split('/').at(-1)!, value);
}

function ofContainers(pod: DescribedPod): readonly Violation[] {
  const { resource } = pod;
  return flatMap(containersOf(pod), (described) => {
    const found = [...variables(described), ...words(described, 'command'), ...words(described, 'args')];
    return found.map(([path, message]) => ({ resource, path, message, container: described.name }));
  });
}

function variables({ container, path }: DescribedContainer): readonly (readonly [string, string])[] {
  return flatMap(mapsAt(container, 'env'), (variable) => {
    const value = textAt(variable, 'value');
    if (value === undefined) return [];
    const name = textAt(variable, 'name') ?? '';
    const found = credentialIn(value) ?? (isCredential(name, value) ? 'a credential, going by its name' : undefined);
    return found === undefined ? [] : [[`${path}.env[${name}].value`, `the variable has ${found}`] as const];
  });
}

/** Words such as `--password=…`, `PASSWORD=…`, and `--password` before its value. */
function words({ container, path }: DescribedContainer, field: string): readonly (readonly [string, string])[] {
  const list = textsAt(container, field);
  return flatMap(list, (word, index) => {
    const isNamed = hasPassword(word) || followsPassword(word, list[index - 1] ?? '');
    const found = credentialIn(word) ?? (isNamed ? 'a credential, going by the name of its option' : undefined);
    return found === undefined ? [] : [[`${path}.${field}[${index}]`, `the argument has ${found}`] as const];
  });
}

function hasPassword(word: string): boolean {
  if (!word.includes('=') || !mayNameSecret(word)) return false;
  const [, name = '', value = ''] = /^-{0,2}([A-Za-z][\w.-]*)=(.*)$/s.exec(word) ?? [];
  return isCredential(name, value);
}

function followsPassword(word: string, before: string): boolean {
  if (word.startsWith('-') || !before.startsWith('-') || !mayNameSecret(before)) return false;
  const option = /^--?([A-Za-z][\w.-]*)$/.exec(before)?.[1] ?? '';
  return secretWord(option) === 'password' && isCredential(option, word);
}
