import { isAtLeast } from '../version';
import { type Checks, forbid, obey } from './check';
import type { Field } from './field';
import { scheduleMistake } from './schedule';
import { prefixedName, qualifiedName } from './syntax';

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
    checkPolicies(job);
  },
  'batch.v1.PodFailurePolicyRule': (rule) => {
    const [codes, conditions] = [rule.get('onExitCodes').present, !rule.get('onPodConditions').empty];
    if (codes === conditions) rule.refuse('valid-object', 'needs either onExitCodes or onPodConditions');
  },
  'batch.v1.PodFailurePolicyOnExitCodesRequirement': checkExitCodes,
  'batch.v1.PodFailurePolicyOnPodConditionsPattern': (pattern) => obey(pattern.get('type'), qualifiedName),
  'batch.v1.SuccessPolicyRule': (rule) => {
    if (rule.get('succeededIndexes').missing && rule.get('succeededCount').missing) {
      rule.refuse('valid-object', 'needs succeededIndexes or succeededCount');
    }
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

function checkPolicies(job: Field): void {
  const failure = job.get('podFailurePolicy');
  const replacement = job.get('podReplacementPolicy');
  const pod = job.at('template', 'spec');
  const names = new Set(['containers', 'initContainers'].flatMap((list) => pod.get(list).items().map(nameOf)));
  if (failure.present && replacement.present && replacement.text !== 'Failed') {
    replacement.refuse('valid-object', 'must be Failed with podFailurePolicy');
  }
  for (const rule of failure.get('rules').items()) {
    const name = rule.at('onExitCodes', 'containerName');
    if (name.text !== undefined && !names.has(name.text))
      name.refuse('valid-object', `the pod has no container "${name.text}"`);
  }
  const success = job.get('successPolicy');
  if (success.present && success.get('rules').empty) success.get('rules').refuse('valid-object', 'is required');
  for (const rule of success.get('rules').items()) checkSuccess(rule, job.get('completions').number);
}

function nameOf(container: Field): string | undefined {
  return container.get('name').text;
}

function checkSuccess(rule: Field, completions = Infinity): void {
  const [indexes, count] = [rule.get('succeededIndexes'), rule.get('succeededCount')];
  if (indexes.text && !/^\d+(-\d+)?(,\d+(-\d+)?)*$/.test(indexes.text)) {
    indexes.refuse('valid-object', `must be like 0-2,5: ${indexes.text}`);
  }
  if ((count.number ?? 0) > completions)
    count.refuse('valid-object', `must not exceed completions (${completions}), is ${count.number}`);
}

function checkExitCodes(codes: Field): void {
  const values = codes.get('values');
  const numbers = values.list.filter((value) => typeof value === 'number');
  if (values.list.length === 0) values.refuse('valid-object', 'needs at least one exit code');
  if (codes.get('operator').text === 'In' && numbers.includes(0))
    values.refuse('valid-object', 'must not have 0 with operator: In');
  if (numbers.some((value, index) => index > 0 && numbers[index - 1]! > value))
    values.refuse('valid-object', 'must be sorted');
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
