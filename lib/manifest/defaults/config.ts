import type { Fields } from '../fields';
import { isMap } from '../pods';
import { change, type Defaults, fill, without } from './fill';

/**
 * Secrets, namespaces and roles.
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/v1/conversion.go,
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/rbac/v1/defaults.go
 */
export const CONFIG: Readonly<Record<string, Defaults>> = {
  'core.v1.Secret': (secret) => fill(withData(secret), { type: 'Opaque' }),
  'core.v1.Namespace': (namespace) => change(namespace, 'metadata', withOwnName),
  'rbac.v1.RoleRef': { apiGroup: 'rbac.authorization.k8s.io' },
  'rbac.v1.Subject': (subject) => {
    const isPerson = subject.kind === 'User' || subject.kind === 'Group';
    return fill(subject, { apiGroup: isPerson ? 'rbac.authorization.k8s.io' : undefined });
  },
};

/** What is in `stringData` wins over `data`. */
function withData(secret: Fields): Fields {
  const { stringData, data } = secret;
  if (!isMap(stringData)) return secret;
  const encoded = Object.entries(stringData).map(([key, text]) => [key, Buffer.from(String(text)).toString('base64')]);
  return { ...without(secret, 'stringData'), data: { ...(isMap(data) && data), ...Object.fromEntries(encoded) } };
}

function withOwnName(metadata: Fields): Fields {
  const labels = { ...(isMap(metadata.labels) && metadata.labels), 'kubernetes.io/metadata.name': metadata.name };
  return metadata.name === undefined ? metadata : { ...metadata, labels };
}
