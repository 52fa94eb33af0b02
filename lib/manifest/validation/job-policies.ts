import { atMost, type Checks, notEmpty, obey } from './check';
import type { Field } from './field';
import { qualifiedName } from './syntax';

const MOST_RULES = 20;
const MOST_CODES = 255;

/** When a Job has failed or succeeded before its time. */
export const JOB_POLICY_CHECKS: Checks = {
  'batch.v1.JobSpec': (job) => {
    if (job.has('podFailurePolicy')) checkFailure(job, job.get('podFailurePolicy'));
    const success = job.get('successPolicy');
    notEmpty(success.get('rules'));
    atMost(success.get('rules'), MOST_RULES);
    for (const rule of success.get('rules').items()) checkSuccess(rule, job.get('completions').number);
  },
  'batch.v1.PodFailurePolicyRule': (rule) => {
    const [codes, conditions] = [rule.get('onExitCodes').present, !rule.get('onPodConditions').empty];
    if (codes === conditions) rule.refuse('valid-object', 'needs either onExitCodes or onPodConditions');
    atMost(rule.get('onPodConditions'), MOST_RULES);
  },
  'batch.v1.PodFailurePolicyOnExitCodesRequirement': checkExitCodes,
  'batch.v1.PodFailurePolicyOnPodConditionsPattern': (pattern) => obey(pattern.get('type'), qualifiedName),
  'batch.v1.SuccessPolicyRule': (rule) => {
    if (rule.get('succeededIndexes').missing && rule.get('succeededCount').missing) {
      rule.refuse('valid-object', 'needs succeededIndexes or succeededCount');
    }
  },
};

function checkFailure(job: Field, failure: Field): void {
  const replacement = job.get('podReplacementPolicy');
  const pod = job.at('template', 'spec');
  const names = new Set(['containers', 'initContainers'].flatMap((list) => pod.get(list).items().map(nameOf)));
  if (replacement.present && replacement.text !== 'Failed')
    replacement.refuse('valid-object', 'must be Failed with podFailurePolicy');
  atMost(failure.get('rules'), MOST_RULES);
  for (const rule of failure.get('rules').items()) {
    const name = rule.at('onExitCodes', 'containerName');
    if (name.text !== undefined && !names.has(name.text))
      name.refuse('valid-object', `the pod has no container "${name.text}"`);
    if (rule.textOf('action') === 'FailIndex' && !job.has('backoffLimitPerIndex'))
      rule.get('action').refuse('valid-object', 'must not be FailIndex without backoffLimitPerIndex');
  }
}

function nameOf(container: Field): string | undefined {
  return container.get('name').text;
}

function checkSuccess(rule: Field, completions = Infinity): void {
  const [indexes, count] = [rule.get('succeededIndexes'), rule.get('succeededCount')];
  const chosen = indexes.text ? countOf(indexes, indexes.text, completions) : undefined;
  const most = Math.min(completions, chosen ?? Infinity);
  if ((count.number ?? 0) <= most) return;
  const what = most === completions ? 'completions' : 'the number of succeededIndexes';
  count.refuse('valid-object', `must not exceed ${what} (${most}), is ${count.number}`);
}

/** How many indexes a text such as `0-2,5` has. */
function countOf(field: Field, indexes: string, completions: number): number | undefined {
  if (!/^\d+(-\d+)?(,\d+(-\d+)?)*$/.test(indexes)) {
    field.refuse('valid-object', `must be like 0-2,5: ${indexes}`);
    return undefined;
  }
  const spans = indexes.split(',').map((span) => span.split('-').map(Number));
  const numbers = spans.flat();
  if (numbers.some((number, index) => index > 0 && number <= numbers[index - 1]!))
    field.refuse('valid-object', `must be sorted: ${indexes}`);
  else if (numbers.at(-1)! >= completions)
    field.refuse('valid-object', `must be below completions (${completions}): ${indexes}`);
  else return spans.reduce((sum, [first = 0, last = first]) => sum + last - first + 1, 0);
  return undefined;
}

function checkExitCodes(codes: Field): void {
  const values = codes.get('values');
  const numbers = values.list.filter((value) => typeof value === 'number');
  if (values.list.length === 0) values.refuse('valid-object', 'needs at least one exit code');
  atMost(values, MOST_CODES);
  if (codes.get('operator').text === 'In' && numbers.includes(0))
    values.refuse('valid-object', 'must not have 0 with operator: In');
  if (numbers.some((value, index) => index > 0 && numbers[index - 1]! > value))
    values.refuse('valid-object', 'must be sorted');
}
