import { isAtLeast } from '../version';
import { type About, type Checks, goTogether } from './check';
import type { Field } from './field';
import { positiveQuantity } from './resources';

/** The field of a metric that goes with its type. */
const SOURCES: Readonly<Record<string, string>> = {
  Resource: 'resource',
  ContainerResource: 'containerResource',
  Pods: 'pods',
  Object: 'object',
  External: 'external',
};

/** HorizontalPodAutoscalers. */
export const AUTOSCALER_CHECKS: Checks = {
  'autoscaling.v2.HorizontalPodAutoscalerSpec': (spec, about) => {
    checkReplicas(spec);
    const outside = spec
      .get('metrics')
      .items()
      .some((metric) => ['Object', 'External'].includes(metric.get('type').text ?? ''));
    checkMinimum(spec, outside, about);
    checkTargetReference(spec.get('scaleTargetRef'), about);
  },
  'autoscaling.v1.HorizontalPodAutoscalerSpec': (spec, about) => {
    checkReplicas(spec);
    checkMinimum(spec, false, about);
  },
  'autoscaling.v2.MetricSpec': (metric) => goTogether(metric, 'type', SOURCES),
  'autoscaling.v2.MetricTarget.value': positiveQuantity,
  'autoscaling.v2.MetricTarget.averageValue': positiveQuantity,
  'autoscaling.v2.MetricTarget.type': (type) => {
    if (type.text && !['Utilization', 'Value', 'AverageValue'].includes(type.text)) {
      type.refuse('valid-object', 'must be Utilization, Value or AverageValue');
    }
  },
  'autoscaling.v2.ResourceMetricSource': (source) => checkTarget(source, ['averageUtilization', 'averageValue'], true),
  'autoscaling.v2.ContainerResourceMetricSource': (source) => {
    checkTarget(source, ['averageUtilization', 'averageValue'], true);
  },
  'autoscaling.v2.PodsMetricSource': (source) => checkTarget(source, ['averageValue'], false),
  'autoscaling.v2.ObjectMetricSource': (source) => checkTarget(source, ['value', 'averageValue'], false),
  'autoscaling.v2.ExternalMetricSource': (source) => checkTarget(source, ['value', 'averageValue'], true),
  'autoscaling.v2.HPAScalingRules.policies': (policies) => {
    if (Array.isArray(policies.value) && policies.empty) policies.refuse('valid-schema', 'must not be empty');
  },
};

function checkReplicas(spec: Field): void {
  const [least, most] = [spec.get('minReplicas').number ?? 1, spec.get('maxReplicas')];
  if (most.number !== undefined && most.number > 0 && most.number < least) {
    most.refuse('valid-object', `must be at least minReplicas (${least}), is ${most.number}`);
  }
}

/** From 1.37 on an autoscaler may go down to zero, if something other than the pods themselves says when to go up. */
function checkMinimum(spec: Field, outside: boolean, { version }: About): void {
  const least = spec.get('minReplicas');
  const zero = isAtLeast(version, '1.37');
  if (least.number === undefined || least.number > 0) return;
  if (least.number < 0 || !zero) least.refuse('valid-object', `must be at least ${zero ? 0 : 1}, is ${least.number}`);
  else if (!outside) least.refuse('valid-object', 'must not be 0 without an Object or External metric');
}

/** From 1.34 on the target must have a group, which is not that of Pods and Services. */
function checkTargetReference(target: Field, { version }: About): void {
  const group = target.get('apiVersion');
  if (
    target.missing ||
    group.text?.includes('/') ||
    (!group.empty && group.text === undefined) ||
    !isAtLeast(version, '1.34')
  )
    return;
  group.refuse(
    'valid-object',
    group.empty ? 'is required, such as apps/v1' : `must have a group, such as apps/v1: ${group.text}`,
  );
}

function checkTarget(source: Field, names: readonly string[], one: boolean): void {
  const target = source.get('target');
  const present = names.filter((name) => target.get(name).present);
  if (present.length === 0) target.refuse('valid-object', `needs ${names.join(' or ')}`);
  if (one && present.length > 1) target.refuse('valid-object', `must not have both ${present.join(' and ')}`);
}
