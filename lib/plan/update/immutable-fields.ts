import { IMMUTABLE } from './update';

/** A field that stays as it was made. */
export interface ImmutableField {
  readonly path: readonly string[];
  /** What the API server says, up to a version and from it on. @default - that it is immutable */
  readonly message?: string | { readonly before: string; readonly since: string; readonly after: string };
  /** The version from which on it may change. @default - never */
  readonly until?: string;
}

/**
 * Fields that stay as they were made, by group and kind. What a kind allows in some cases only is not in it: that is in a
 * file of its own. From `Validate…Update` in https://github.com/kubernetes/kubernetes/tree/master/pkg/apis.
 */
export const IMMUTABLE_FIELDS: Readonly<Record<string, readonly ImmutableField[]>> = {
  'apps/ControllerRevision': [{ path: ['data'] }],
  'apps/DaemonSet': [{ path: ['spec', 'selector'] }],
  'apps/Deployment': [{ path: ['spec', 'selector'] }],
  'apps/ReplicaSet': [{ path: ['spec', 'selector'] }],
  'batch/Job': [
    { path: ['spec', 'selector'] },
    { path: ['spec', 'completionMode'] },
    { path: ['spec', 'podFailurePolicy'] },
    { path: ['spec', 'backoffLimitPerIndex'] },
    { path: ['spec', 'managedBy'] },
    { path: ['spec', 'successPolicy'] },
  ],
  'certificates.k8s.io/ClusterTrustBundle': [{ path: ['spec', 'signerName'] }],
  'certificates.k8s.io/PodCertificateRequest': [{ path: ['spec'] }],
  'coordination.k8s.io/LeaseCandidate': [{ path: ['spec', 'leaseName'] }],
  'discovery.k8s.io/EndpointSlice': [{ path: ['addressType'] }],
  'networking.k8s.io/IPAddress': [{ path: ['spec', 'parentRef'] }],
  'networking.k8s.io/IngressClass': [{ path: ['spec', 'controller'] }],
  'node.k8s.io/RuntimeClass': [{ path: ['handler'] }],
  'rbac.authorization.k8s.io/ClusterRoleBinding': [roleReference()],
  'rbac.authorization.k8s.io/RoleBinding': [roleReference()],
  'resource.k8s.io/ResourceClaim': [{ path: ['spec'] }],
  'resource.k8s.io/ResourceClaimTemplate': [{ path: ['spec'] }],
  'resource.k8s.io/ResourceSlice': [
    { path: ['spec', 'pool', 'name'] },
    { path: ['spec', 'driver'] },
    { path: ['spec', 'nodeName'] },
  ],
  'scheduling.k8s.io/PriorityClass': [
    { path: ['value'], message: 'may not be changed in an update.' },
    { path: ['preemptionPolicy'] },
  ],
  'storage.k8s.io/CSIDriver': [
    { path: ['spec', 'attachRequired'] },
    { path: ['spec', 'volumeLifecycleModes'] },
    { path: ['spec', 'fsGroupPolicy'], until: '1.30' },
    { path: ['spec', 'podInfoOnMount'], until: '1.30' },
  ],
  'storage.k8s.io/CSIStorageCapacity': [{ path: ['nodeTopology'] }, { path: ['storageClassName'] }],
  'storage.k8s.io/StorageClass': [
    ofStorageClass('parameters'),
    ofStorageClass('provisioner'),
    ofStorageClass('reclaimPolicy'),
    { path: ['volumeBindingMode'] },
  ],
  'storage.k8s.io/VolumeAttachment': [{ path: ['spec'] }],
  'storage.k8s.io/VolumeAttributesClass': [
    { path: ['driverName'], message: 'updates to driverName are forbidden.' },
    { path: ['parameters'], message: 'updates to parameters are forbidden.' },
  ],
  'storagemigration.k8s.io/StorageVersionMigration': [{ path: ['spec'] }],
  '/Secret': [{ path: ['type'] }],
};

function roleReference(): ImmutableField {
  return { path: ['roleRef'], message: { before: 'cannot change roleRef', since: '1.37', after: IMMUTABLE } };
}

function ofStorageClass(field: string): ImmutableField {
  const before = `updates to ${field} are forbidden.`;
  return { path: [field], message: { before, since: '1.36', after: IMMUTABLE } };
}
