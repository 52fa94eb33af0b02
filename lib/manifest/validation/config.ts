import { isMap } from '../pods';
import type { Checks } from './check';
import type { Field } from './field';
import { configKey } from './syntax';

const MOST_BYTES = 1024 * 1024;

/** The keys that a Secret of a type must have; one of the list is enough where `any` says so. */
const SECRET_KEYS: Readonly<Record<string, { readonly keys: readonly string[]; readonly any?: boolean }>> = {
  'kubernetes.io/tls': { keys: ['tls.crt', 'tls.key'] },
  'kubernetes.io/dockerconfigjson': { keys: ['.dockerconfigjson'] },
  'kubernetes.io/dockercfg': { keys: ['.dockercfg'] },
  'kubernetes.io/ssh-auth': { keys: ['ssh-privatekey'] },
  'kubernetes.io/basic-auth': { keys: ['username', 'password'], any: true },
};

/** Where the types for credentials of images have them. */
const DOCKER_KEYS: Readonly<Record<string, string>> = {
  'kubernetes.io/dockerconfigjson': '.dockerconfigjson',
  'kubernetes.io/dockercfg': '.dockercfg',
};

/** ConfigMaps and Secrets. */
export const CONFIG_CHECKS: Checks = {
  'core.v1.ConfigMap': (config) => {
    checkData(config, ['data', 'binaryData']);
    if (!config.has('binaryData')) return;
    for (const entry of config.get('data').entries()) {
      if (config.get('binaryData').get(String(entry.step)).present)
        entry.refuse('no-duplicates', 'is in binaryData too');
    }
  },
  'core.v1.Secret': (secret) => {
    checkData(secret, ['data', 'stringData']);
    checkToken(secret);
    checkDocker(secret);
    const wanted = SECRET_KEYS[secret.get('type').text ?? ''];
    const has = (key: string) => ['data', 'stringData'].some((name) => Object.hasOwn(secret.get(name).map ?? {}, key));
    const absent = wanted?.keys.filter((key) => !has(key)) ?? [];
    if (!wanted || absent.length < (wanted.any ? wanted.keys.length : 1)) return;
    secret.get('data').refuse('valid-object', `needs ${absent.join(wanted.any ? ' or ' : ' and ')} for its type`);
  },
};

/** The token of an account names it. */
function checkToken(secret: Field): void {
  if (secret.textOf('type') !== 'kubernetes.io/service-account-token') return;
  const account = secret.at('metadata', 'annotations', 'kubernetes.io/service-account.name');
  if (account.empty) account.refuse('valid-object', 'is required for its type');
}

/** Credentials for images are an object in JSON; they are not shown. */
function checkDocker(secret: Field): void {
  const key = DOCKER_KEYS[secret.textOf('type') ?? ''];
  if (key === undefined) return;
  const plain = secret.at('stringData', key);
  const encoded = secret.at('data', key);
  const [field, text] = plain.text === undefined ? [encoded, decoded(encoded.text)] : [plain, plain.text];
  if (text !== undefined && !isObject(text)) field.refuse('valid-object', 'must be an object in JSON');
}

function decoded(text: string | undefined): string | undefined {
  return text === undefined ? undefined : Buffer.from(text, 'base64').toString();
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return value === null || isMap(value);
  } catch {
    return false;
  }
}

function checkData(object: Field, names: readonly string[]): void {
  let bytes = 0;
  for (const name of names) {
    const encoded = name === 'binaryData' || (name === 'data' && names.includes('stringData'));
    for (const entry of object.get(name).entries()) {
      const wrong = configKey(String(entry.step));
      if (wrong !== undefined) entry.refuse('valid-names', `the key ${wrong}`);
      bytes += (entry.text ?? '').length * (encoded ? 0.75 : 1);
      if (!encoded && bytes > MOST_BYTES / 4) bytes += Buffer.byteLength(entry.text ?? '') - (entry.text ?? '').length;
    }
  }
  if (bytes > MOST_BYTES) object.get(names[0]!).refuse('valid-object', `must be at most ${MOST_BYTES} bytes together`);
}
