import { isAtLeast } from '../version';
import { type Checks, forbid, within } from './check';
import type { Field } from './field';
import { checkSelected } from './selectors';

/** Controllers whose pods run for ever. */
export const WORKLOAD_CHECKS: Checks = {
  'apps.v1.DeploymentSpec': (spec) => {
    checkTemplate(spec);
    checkDeadline(spec);
  },
  'apps.v1.ReplicaSetSpec': checkTemplate,
  'apps.v1.StatefulSetSpec': checkTemplate,
  'apps.v1.DaemonSetSpec': checkTemplate,
  'core.v1.ReplicationControllerSpec': (spec) => checkPods(spec.at('template', 'spec')),
  'apps.v1.DeploymentStrategy': (strategy) => {
    const rolling = strategy.get('rollingUpdate');
    if (strategy.get('type').text === 'Recreate') return forbid(rolling, 'with type: Recreate');
    const [surge, unavailable] = [rolling.get('maxSurge'), rolling.get('maxUnavailable')];
    intOrPercent(surge);
    intOrPercent(unavailable, 100);
    if (isZero(surge) && isZero(unavailable)) unavailable.refuse('valid-object', 'must not be 0 with maxSurge: 0');
  },
  'apps.v1.StatefulSetUpdateStrategy': (strategy) => {
    if (strategy.get('type').text === 'OnDelete') forbid(strategy.get('rollingUpdate'), 'with type: OnDelete');
  },
  'apps.v1.RollingUpdateStatefulSetStrategy': (rolling, about) => {
    const unavailable = rolling.get('maxUnavailable');
    if (!isAtLeast(about.version, '1.35')) return;
    intOrPercent(unavailable, 100);
    if (isZero(unavailable)) unavailable.refuse('valid-object', 'must not be 0');
  },
  'apps.v1.RollingUpdateDaemonSet': (rolling) => {
    const [surge, unavailable] = [rolling.get('maxSurge'), rolling.get('maxUnavailable')];
    intOrPercent(surge, 100);
    intOrPercent(unavailable, 100);
    const surges = surge.present && !isZero(surge);
    if (isZero(unavailable) && !surges) unavailable.refuse('valid-object', 'must not be 0 without maxSurge');
    if (surges && !isZero(unavailable)) surge.refuse('valid-object', 'must not be set unless maxUnavailable is 0');
  },
  'policy.v1.PodDisruptionBudgetSpec': (budget) => {
    const [least, most] = [budget.get('minAvailable'), budget.get('maxUnavailable')];
    if (least.present && most.present)
      budget.refuse('valid-object', 'must not have both minAvailable and maxUnavailable');
    intOrPercent(least, 100);
    intOrPercent(most, 100);
  },
};

/** Refuses what is neither a number nor a percentage. */
function intOrPercent(field: Field, most = Infinity): void {
  const { text } = field;
  if (text === undefined) return within(field, 0);
  if (!/^\d+%$/.test(text))
    field.refuse('valid-object', `is neither a whole number nor a percentage such as 25%: "${text}"`);
  else if (Number.parseInt(text, 10) > most) field.refuse('valid-object', `must be at most ${most}%, is ${text}`);
}

function isZero({ value }: Field): boolean {
  return value === 0 || (typeof value === 'string' && /^0+%$/.test(value));
}

function checkTemplate(spec: Field): void {
  const selector = spec.get('selector');
  const template = spec.get('template');
  if (selector.map && selector.get('matchLabels').empty && selector.get('matchExpressions').empty) {
    selector.refuse('valid-labels', 'must not be empty');
  } else checkSelected(template.at('metadata', 'labels'), selector);
  checkPods(template.get('spec'));
}

function checkPods(pod: Field): void {
  const policy = pod.get('restartPolicy');
  if (!policy.empty && policy.text !== 'Always')
    policy.refuse('valid-object', `must be Always here, is ${policy.text}`);
  forbid(pod.get('activeDeadlineSeconds'), 'here');
}

function checkDeadline(spec: Field): void {
  const ready = spec.get('minReadySeconds').number ?? 0;
  const deadline = spec.get('progressDeadlineSeconds');
  if ((deadline.number ?? 600) > ready) return;
  const shown = deadline.number ?? '600, the default';
  deadline.refuse('valid-object', `must be greater than minReadySeconds (${ready}), is ${shown}`);
}
