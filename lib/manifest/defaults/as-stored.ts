import { type Fields } from '../fields';
import type { KubernetesObject } from '../kubernetes-object';
import { schemaOf } from '../schema/schema-of';
import { customAsStored } from './custom-as-stored';
import { decodeObject } from './decode';
import { change, without } from './fill';
import { prepareForCreate } from './prepare-for-create';
import { withDefaults } from './with-defaults';

/** What the API server alone decides. */
const SERVER_MADE = [
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'managedFields',
  'selfLink',
];

/**
 * What an API server of a version, with the features that are on by default, has stored after it created the object.
 *
 * Nothing that means the same as nothing is left: no nulls, no `env: []`, no `hostNetwork: false`, while `emptyDir: {}`,
 * `podSelector: {}` and `replicas: 0` stay; an empty `ingress` list of a NetworkPolicy is the same as none. Quantities have
 * their canonical form, `stringData` is in `data`, every default is written out.
 *
 * Left out is what depends on more than the manifest, unless it is written: the status; what `metadata` gets on creation;
 * allocated values (`clusterIP`, `clusterIPs`, `ipFamilies`, `ipFamilyPolicy`, `nodePort`, `healthCheckNodePort`); a Job's
 * generated selector and labels; a DaemonSet's annotation with its template's generation; and what admission adds: the
 * default StorageClass, the finalizers that protect claims and volumes, the finalizer of a Namespace, a Pod's account,
 * priority, token and tolerations. The namespace stays as written.
 *
 * An object of a kind that the version does not serve is taken for a custom one: see `customAsStored`.
 * https://kubernetes.io/docs/reference/using-api/api-concepts/
 */
export function asStored(
  object: KubernetesObject,
  kubernetes: string,
  definitions: readonly KubernetesObject[] = [],
): KubernetesObject {
  const schema = schemaOf(kubernetes);
  const kind = schema.kind(object.apiVersion, object.kind);
  const bare = strip(object);
  if (!kind) return customAsStored(bare as KubernetesObject, definitions, schema);
  const read = decodeObject(bare, kind.type, schema, 'read');
  const complete = prepareForCreate(withDefaults(read, kind.type, schema), kind.type.name);
  return decodeObject(complete, kind.type, schema, 'written') as KubernetesObject;
}

function strip(object: Fields): Fields {
  return change(without(object, 'status'), 'metadata', (metadata) => without(metadata, ...SERVER_MADE));
}
