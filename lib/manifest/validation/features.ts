import { isAtLeast } from '../version';
import type { About, Check, FieldChecks } from './check';
import type { Field } from './field';

/** The version from which on a field has an effect by default; before, it is dropped without a word. */
const SINCE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'apps.v1.RollingUpdateStatefulSetStrategy': { maxUnavailable: '1.37' },
  'autoscaling.v2.HPAScalingRules': { tolerance: '1.35' },
  'batch.v1.JobSpec': {
    backoffLimitPerIndex: '1.29',
    maxFailedIndexes: '1.29',
    podReplacementPolicy: '1.29',
    successPolicy: '1.31',
    managedBy: '1.32',
  },
  'core.v1.Container': { resizePolicy: '1.33', restartPolicyRules: '1.35' },
  'core.v1.EnvVarSource': { fileKeyRef: '1.35' },
  'core.v1.LifecycleHandler': { sleep: '1.30' },
  'core.v1.PersistentVolumeClaimSpec': { volumeAttributesClassName: '1.34' },
  'core.v1.PodAffinityTerm': { matchLabelKeys: '1.31', mismatchLabelKeys: '1.31' },
  'core.v1.PodSecurityContext': { supplementalGroupsPolicy: '1.33', seLinuxChangePolicy: '1.33' },
  'core.v1.PodSpec': { hostUsers: '1.33', hostnameOverride: '1.35', resources: '1.34', resourceClaims: '1.34' },
  'core.v1.ResourceRequirements': { claims: '1.34' },
  'core.v1.SecurityContext': { procMount: '1.33' },
  'core.v1.ServiceSpec': { trafficDistribution: '1.31' },
  'core.v1.Volume': { image: '1.35' },
  'core.v1.VolumeMount': { recursiveReadOnly: '1.31' },
  'core.v1.VolumeProjection': { clusterTrustBundle: '1.37', podCertificate: '1.37' },
};

/** Since when an init container may go on running. */
export const SIDECARS = '1.29';

/** Fields that no version so far knows by default. */
const NOT_YET: Readonly<Record<string, readonly string[]>> = {
  'batch.v1.JobSpec': ['scheduling'],
  'core.v1.ConfigMapVolumeSource': ['defaultUser'],
  'core.v1.DownwardAPIVolumeFile': ['user'],
  'core.v1.DownwardAPIVolumeSource': ['defaultUser'],
  'core.v1.EmptyDirVolumeSource': ['mode'],
  'core.v1.GRPCAction': ['mode'],
  'core.v1.HTTPGetAction': ['protocol'],
  'core.v1.KeyToPath': ['user'],
  'core.v1.Lifecycle': ['stopSignal'],
  'core.v1.PodSpec': ['schedulingGroup'],
  'core.v1.ProjectedVolumeSource': ['defaultUser'],
  'core.v1.SecretVolumeSource': ['defaultUser'],
  'core.v1.ServiceAccountTokenProjection': ['user'],
  'core.v1.VolumeMount': ['bindMountOptions'],
};

/** The types that have such fields. */
const GATED: ReadonlySet<string> = new Set([...Object.keys(SINCE), ...Object.keys(NOT_YET)]);

/** Whether the API server of a version drops a field without a word, as its feature is off by default. */
export function isDropped(type: string, field: string, version: string): boolean {
  if (!GATED.has(type)) return false;
  const since = SINCE[type]?.[field];
  return (since !== undefined && !isAtLeast(version, since)) || (NOT_YET[type]?.includes(field) ?? false);
}

/** Refuses a type's fields that the target's version drops. */
export function featureChecks(type: string): FieldChecks {
  return [
    ...Object.entries(SINCE[type] ?? {}).map(([name, first]) => [name, needs(first)] as const),
    ...(NOT_YET[type] ?? []).map((name) => [name, offByDefault] as const),
    ...(type === 'core.v1.Container' ? [['restartPolicy', checkSidecar] as const] : []),
    ...(type === 'core.v1.ServiceSpec' ? [['trafficDistribution', checkDistribution] as const] : []),
  ];
}

/** A value that is the default anyway does no harm where it is dropped. */
function needs(first: string): Check {
  return (field, { version }) => {
    const isDefault = field.value === 'Default' || (field.step === 'hostUsers' && field.value === true);
    if (isDefault || isAtLeast(version, first)) return;
    field.refuse('available-features', `needs Kubernetes ${first}, the target is ${version}`);
  };
}

function offByDefault(field: Field): void {
  field.refuse('available-features', 'is an alpha feature, off by default');
}

/** A native sidecar is an init container that goes on running; 1.28 would wait for its end for ever. */
function checkSidecar(policy: Field, { version }: About): void {
  const initial = policy.parent?.parent?.step === 'initContainers';
  if (policy.text === 'Always' && initial && !isAtLeast(version, SIDECARS)) {
    policy.refuse('available-features', `native sidecars need Kubernetes ${SIDECARS}, the target is ${version}`);
  }
}

function checkDistribution(distribution: Field, { version }: About): void {
  const newer = ['PreferSameZone', 'PreferSameNode'].includes(distribution.text ?? '');
  if (newer && !isAtLeast(version, '1.34')) {
    distribution.refuse('available-features', `${distribution.text} needs Kubernetes 1.34, the target is ${version}`);
  }
}
