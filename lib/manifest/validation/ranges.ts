import { type FieldChecks, within } from './check';

const SECONDS = 2 ** 31 - 1;
const FILE_MODE = [0, 0o777] as const;
const IDENTITY = [0, 2 ** 31 - 1] as const;

type Range = readonly [least: number, most?: number];

const NON_NEGATIVE: Range = [0];
const POSITIVE: Range = [1];

/** The numbers that a field of a type may have. */
const RANGES: Readonly<Record<string, Readonly<Record<string, Range>>>> = {
  'apps.v1.DaemonSetSpec': { minReadySeconds: NON_NEGATIVE, revisionHistoryLimit: NON_NEGATIVE },
  'apps.v1.DeploymentSpec': {
    replicas: NON_NEGATIVE,
    minReadySeconds: NON_NEGATIVE,
    revisionHistoryLimit: NON_NEGATIVE,
    progressDeadlineSeconds: NON_NEGATIVE,
  },
  'apps.v1.ReplicaSetSpec': { replicas: NON_NEGATIVE, minReadySeconds: NON_NEGATIVE },
  'apps.v1.RollingUpdateStatefulSetStrategy': { partition: NON_NEGATIVE },
  'apps.v1.StatefulSetOrdinals': { start: NON_NEGATIVE },
  'apps.v1.StatefulSetSpec': { replicas: NON_NEGATIVE, minReadySeconds: NON_NEGATIVE },
  'autoscaling.v2.HPAScalingPolicy': { value: POSITIVE, periodSeconds: [1, 1800] },
  'autoscaling.v2.HPAScalingRules': { stabilizationWindowSeconds: [0, 3600] },
  'autoscaling.v2.HorizontalPodAutoscalerSpec': { maxReplicas: POSITIVE },
  'autoscaling.v2.MetricTarget': { averageUtilization: POSITIVE },
  'autoscaling.v1.HorizontalPodAutoscalerSpec': { maxReplicas: POSITIVE, targetCPUUtilizationPercentage: POSITIVE },
  'batch.v1.CronJobSpec': {
    startingDeadlineSeconds: NON_NEGATIVE,
    successfulJobsHistoryLimit: NON_NEGATIVE,
    failedJobsHistoryLimit: NON_NEGATIVE,
  },
  'batch.v1.JobSpec': {
    parallelism: NON_NEGATIVE,
    completions: NON_NEGATIVE,
    activeDeadlineSeconds: NON_NEGATIVE,
    backoffLimit: NON_NEGATIVE,
    backoffLimitPerIndex: NON_NEGATIVE,
    maxFailedIndexes: NON_NEGATIVE,
    ttlSecondsAfterFinished: NON_NEGATIVE,
  },
  'batch.v1.SuccessPolicyRule': { succeededCount: NON_NEGATIVE },
  'core.v1.ClientIPConfig': { timeoutSeconds: [1, 86400] },
  'core.v1.ConfigMapProjection': {},
  'core.v1.ConfigMapVolumeSource': { defaultMode: FILE_MODE },
  'core.v1.DownwardAPIVolumeFile': { mode: FILE_MODE },
  'core.v1.DownwardAPIVolumeSource': { defaultMode: FILE_MODE },
  'core.v1.KeyToPath': { mode: FILE_MODE },
  'core.v1.PodSecurityContext': { runAsUser: IDENTITY, runAsGroup: IDENTITY, fsGroup: IDENTITY },
  'core.v1.PodSpec': { activeDeadlineSeconds: [1, SECONDS] },
  'core.v1.PreferredSchedulingTerm': { weight: [1, 100] },
  'core.v1.Probe': {
    initialDelaySeconds: NON_NEGATIVE,
    timeoutSeconds: NON_NEGATIVE,
    periodSeconds: NON_NEGATIVE,
    successThreshold: NON_NEGATIVE,
    failureThreshold: NON_NEGATIVE,
    terminationGracePeriodSeconds: POSITIVE,
  },
  'core.v1.ProjectedVolumeSource': { defaultMode: FILE_MODE },
  'core.v1.SecretVolumeSource': { defaultMode: FILE_MODE },
  'core.v1.SecurityContext': { runAsUser: IDENTITY, runAsGroup: IDENTITY },
  'core.v1.ServiceAccountTokenProjection': { expirationSeconds: [600, 2 ** 32] },
  'core.v1.TopologySpreadConstraint': { maxSkew: POSITIVE, minDomains: POSITIVE },
  'core.v1.WeightedPodAffinityTerm': { weight: [1, 100] },
};

/** Refuses the numbers in a type's fields that are out of range. */
export function rangeChecks(type: string): FieldChecks {
  return Object.entries(RANGES[type] ?? {}).map(([name, [least, most]]) => [
    name,
    (field) => within(field, least, most),
  ]);
}
