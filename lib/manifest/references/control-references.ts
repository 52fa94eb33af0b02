import { fieldAt, mapsAt, textAt } from '../fields';
import { flatMap } from '../flat-map';
import type { Resource } from '../resource';
import { groupOf, namespaceOf, type Reference, refer } from './reference';

/** What an autoscaler scales. https://kubernetes.io/docs/concepts/workloads/autoscaling/ */
export function scaleReferences(resource: Resource): readonly Reference[] {
  const namespace = namespaceOf(resource);
  return flatMap(['scaleTargetRef', 'targetRef'], (field) => {
    const target = fieldAt(resource.object, 'spec', field);
    const version = textAt(target, 'apiVersion');
    const kind = textAt(target, 'kind') ?? 'Deployment';
    const group = version === undefined ? undefined : groupOf(version);
    return refer(kind, fieldAt(target, 'name'), `spec.${field}.name`, { group, namespace });
  });
}

/** What a StatefulSet needs beside its pods. */
export function statefulSetReferences(resource: Resource): readonly Reference[] {
  const { object } = resource;
  const namespace = namespaceOf(resource);
  const classes = flatMap(mapsAt(object, 'spec', 'volumeClaimTemplates'), (claim, index) =>
    refer(
      'StorageClass',
      fieldAt(claim, 'spec', 'storageClassName'),
      `spec.volumeClaimTemplates[${textAt(claim, 'metadata', 'name') ?? index}].spec.storageClassName`,
    ),
  );
  const service = fieldAt(object, 'spec', 'serviceName');
  return refer('Service', service, 'spec.serviceName', { namespace }).concat(classes);
}

/** What a claim asks for. */
export function claimReferences(resource: Resource): readonly Reference[] {
  const { object } = resource;
  const source = fieldAt(object, 'spec', 'dataSource') ?? fieldAt(object, 'spec', 'dataSourceRef');
  const field = fieldAt(object, 'spec', 'dataSource') ? 'dataSource' : 'dataSourceRef';
  const details = {
    group: textAt(source, 'apiGroup') ?? '',
    namespace: textAt(source, 'namespace') ?? namespaceOf(resource),
  };
  return refer('StorageClass', fieldAt(object, 'spec', 'storageClassName'), 'spec.storageClassName').concat(
    refer('PersistentVolume', fieldAt(object, 'spec', 'volumeName'), 'spec.volumeName'),
    refer(textAt(source, 'kind') ?? '', fieldAt(source, 'name'), `spec.${field}.name`, details),
  );
}

/** Which role a binding gives, and to which accounts; without a namespace, one of its own. https://kubernetes.io/docs/reference/access-authn-authz/rbac/ */
export function bindingReferences(resource: Resource): readonly Reference[] {
  const { object } = resource;
  const kind = textAt(object, 'roleRef', 'kind') ?? 'ClusterRole';
  const own = namespaceOf(resource);
  const namespace = kind === 'Role' ? own : '';
  const subjects = flatMap(mapsAt(object, 'subjects'), (subject, index) => {
    const place = textAt(subject, 'namespace') ?? own;
    if (subject.kind !== 'ServiceAccount' || (place === '' && object.kind !== 'RoleBinding')) return [];
    return refer('ServiceAccount', subject.name, `subjects[${index}].name`, { namespace: place });
  });
  return refer(kind, fieldAt(object, 'roleRef', 'name'), 'roleRef.name', { namespace }).concat(subjects);
}

/** What an account's pods pull images with. */
export function accountReferences(resource: Resource): readonly Reference[] {
  return flatMap(mapsAt(resource.object, 'imagePullSecrets'), ({ name }, index) =>
    refer('Secret', name, `imagePullSecrets[${index}].name`, { namespace: namespaceOf(resource) }),
  );
}

/** The issuer of a certificate, and the store that a Secret comes from. */
export function sourceReferences(resource: Resource): readonly Reference[] {
  const own = namespaceOf(resource);
  return flatMap(['issuerRef', 'secretStoreRef'], (field) => {
    const target = fieldAt(resource.object, 'spec', field);
    const kind = textAt(target, 'kind') ?? (field === 'issuerRef' ? 'Issuer' : 'SecretStore');
    const group = textAt(target, 'group') ?? groupOf(resource.object.apiVersion);
    const namespace = kind.startsWith('Cluster') ? '' : own;
    return refer(kind, fieldAt(target, 'name'), `spec.${field}.name`, { group, namespace });
  });
}
