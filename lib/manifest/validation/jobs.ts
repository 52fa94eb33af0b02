import { isAtLeast } from '../version';
import { type Checks, forbid, obey, within } from './check';
import type { Field } from './field';
import { scheduleMistake } from './schedule';
import { checkSelected } from './selectors';
import { dnsLabel, prefixedName } from './syntax';

const MOST_INDEXES = 100_000;
const MOST_OF_MANY = 10_000;

/** What runs to its end, once or on a schedule. */
export const JOB_CHECKS: Checks = {
  'batch.v1.JobSpec': (job) => {
    checkRestartPolicy(job);
    const indexed = job.get('completionMode').text === 'Indexed';
    if (indexed && job.get('completions').missing) {
      job.get('completions').refuse('valid-object', 'is required with completionMode: Indexed');
    }
    if (!indexed) {
      for (const name of ['backoffLimitPerIndex', 'maxFailedIndexes', 'successPolicy']) {
        forbid(job.get(name), 'without completionMode: Indexed');
      }
    }
    checkIndexes(job);
    if (job.get('manualSelector').value !== true) {
      if (!job.get('selector').empty) forbid(job.get('selector'), 'without manualSelector: true');
    } else if (job.get('selector').missing)
      job.get('selector').refuse('valid-object', 'is required with manualSelector: true');
    obey(job.get('managedBy'), prefixedName);
    checkCounts(job, indexed);
    if (job.read('manualSelector') === true)
      checkSelected(job.at('template', 'metadata', 'labels'), job.get('selector'));
  },
  'batch.v1.Job': (job) => {
    if (job.at('spec', 'manualSelector').value !== true) checkOwnLabels(job);
    const [name, completions] = [job.get('metadata').textOf('name'), job.at('spec', 'completions').number];
    if (job.get('spec').textOf('completionMode') !== 'Indexed' || !name || !completions) return;
    const wrong = dnsLabel(`${name}-${completions - 1}`);
    if (wrong !== undefined) job.at('metadata', 'name').refuse('valid-names', `the name of the last pod ${wrong}`);
  },
  'batch.v1.CronJobSpec': (job, { version }) => {
    checkSchedule(job, version);
    checkTimeZone(job.get('timeZone'));
    const template = job.at('jobTemplate', 'spec');
    if (template.get('manualSelector').value === true) forbid(template.get('manualSelector'), 'in a CronJob');
    if (template.get('selector').map && template.get('selector').empty)
      forbid(template.get('selector'), 'in a CronJob');
  },
};

function checkRestartPolicy(job: Field): void {
  const policy = job.at('template', 'spec', 'restartPolicy');
  const known = ['OnFailure', 'Never'];
  if (policy.empty) policy.refuse('valid-object', 'is required: OnFailure or Never');
  else if (policy.text === 'Always') policy.refuse('valid-object', 'must be OnFailure or Never here, is Always');
  else if (job.get('podFailurePolicy').present && policy.text === known[0]) {
    policy.refuse('valid-object', 'must be Never with podFailurePolicy');
  }
}

/** The labels by which a Job finds its pods, which it gives them itself. */
function checkOwnLabels(job: Field): void {
  const labels = job.at('spec', 'template', 'metadata', 'labels');
  if (labels.missing) return;
  for (const prefix of ['', 'batch.kubernetes.io/']) {
    const name = labels.get(`${prefix}job-name`);
    forbid(labels.get(`${prefix}controller-uid`), 'without manualSelector: true');
    if (name.present && name.text !== job.get('metadata').textOf('name'))
      name.refuse('valid-labels', `must be the name of the Job: ${name.text}`);
  }
}

/** How many pods an indexed Job may have at a time, the more so if each index is tried again by itself. */
function checkCounts(job: Field, indexed: boolean): void {
  if (!indexed) return;
  const isLarge = (job.get('completions').number ?? 0) > MOST_INDEXES && job.has('backoffLimitPerIndex');
  const most = isLarge ? MOST_OF_MANY : MOST_INDEXES;
  within(job.get('parallelism'), 0, most);
  within(job.get('maxFailedIndexes'), 0, most);
  if (isLarge && job.get('maxFailedIndexes').missing)
    job.get('maxFailedIndexes').refuse('valid-object', `is required with more than ${MOST_INDEXES} completions`);
}

function checkIndexes(job: Field): void {
  const failed = job.get('maxFailedIndexes');
  const completions = job.get('completions').number;
  if (failed.present && job.get('backoffLimitPerIndex').missing) {
    job.get('backoffLimitPerIndex').refuse('valid-object', 'is required with maxFailedIndexes');
  }
  if (failed.number !== undefined && completions !== undefined && failed.number > completions) {
    failed.refuse('valid-object', `must not exceed completions (${completions}), is ${failed.number}`);
  }
}

/** Until 1.28 a schedule may begin with a time zone of its own. */
function checkSchedule(job: Field, version: string): void {
  const schedule = job.get('schedule');
  const [start = '', zone = ''] = /^(?:CRON_)?TZ=(\S+)\s+/.exec(schedule.text ?? '') ?? [];
  const isAllowed = !isAtLeast(version, '1.29') && !job.has('timeZone') && isTimeZone(zone);
  const wrong = schedule.text && scheduleMistake(schedule.text.slice(isAllowed ? start.length : 0));
  if (wrong) schedule.refuse('valid-schedule', wrong);
}

function checkTimeZone(zone: Field): void {
  const { text } = zone;
  if (text === undefined) return;
  if (text === '') return zone.refuse('valid-schedule', 'must not be empty');
  if (text.toLowerCase() === 'local')
    return zone.refuse('valid-schedule', 'must be a time zone such as Europe/Berlin, is Local');
  if (!isTimeZone(text)) zone.refuse('valid-schedule', `is no time zone such as Europe/Berlin: ${text}`);
}

function isTimeZone(name: string): boolean {
  try {
    return (
      /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
    );
  } catch {
    return false;
  }
}
