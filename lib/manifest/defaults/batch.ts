import { type Fields, fieldAt } from '../fields';
import { isMap } from '../pods';
import { isAtLeast } from '../version';
import { change, type Defaults, fill } from './fill';

const MOST = 2 ** 31 - 1;

/**
 * Jobs and CronJobs; a CronJob's template has none of a Job's defaults, only those of its pods.
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/batch/v1/defaults.go
 */
export const BATCH: Readonly<Record<string, Defaults>> = {
  'batch.v1.Job': (job, version) => change(withLabels(job), 'spec', (spec) => jobSpec(spec, version)),
  'batch.v1.CronJobSpec': {
    concurrencyPolicy: 'Allow',
    suspend: false,
    successfulJobsHistoryLimit: 3,
    failedJobsHistoryLimit: 1,
  },
  'batch.v1.PodFailurePolicyOnPodConditionsPattern': { status: 'True' },
};

/** A Job without labels takes over those of its pods. */
function withLabels(job: Fields): Fields {
  const labels = fieldAt(job, 'spec', 'template', 'metadata', 'labels');
  return isMap(labels) ? change(job, 'metadata', (metadata) => fill(metadata, { labels })) : job;
}

function jobSpec(spec: Fields, version: string): Fields {
  const { completions, parallelism, backoffLimitPerIndex, podFailurePolicy } = spec;
  const replacement = podFailurePolicy === undefined ? 'TerminatingOrFailed' : 'Failed';
  return fill(spec, {
    completions: completions === undefined && parallelism === undefined ? 1 : undefined,
    parallelism: 1,
    backoffLimit: backoffLimitPerIndex === undefined ? 6 : MOST,
    completionMode: 'NonIndexed',
    suspend: false,
    podReplacementPolicy: isAtLeast(version, '1.29') ? replacement : undefined,
    manualSelector: isAtLeast(version, '1.29') ? false : undefined,
  });
}
