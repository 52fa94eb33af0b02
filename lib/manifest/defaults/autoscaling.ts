import { type Fields, fieldAt } from '../fields';
import { change, type Defaults, fill } from './fill';

const USUAL_LOAD = 80;
const PERIOD = 15;

/** With these, an autoscaler at least doubles, and goes down to its minimum at once when the load has been low. */
const UP: Fields = {
  stabilizationWindowSeconds: 0,
  selectPolicy: 'Max',
  policies: [
    { type: 'Pods', value: 4, periodSeconds: PERIOD },
    { type: 'Percent', value: 100, periodSeconds: PERIOD },
  ],
};
const DOWN: Fields = { selectPolicy: 'Max', policies: [{ type: 'Percent', value: 100, periodSeconds: PERIOD }] };

/**
 * HorizontalPodAutoscalers. https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/autoscaling/v2/defaults.go, and
 * for v1 https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/autoscaling/v1/conversion.go
 */
export const AUTOSCALING: Readonly<Record<string, Defaults>> = {
  'autoscaling.v2.HorizontalPodAutoscalerSpec': { minReplicas: 1, metrics: [cpuUtilization(USUAL_LOAD)] },
  'autoscaling.v2.HorizontalPodAutoscalerBehavior': (behavior) => ({
    scaleUp: fill((behavior.scaleUp ?? {}) as Fields, UP),
    scaleDown: fill((behavior.scaleDown ?? {}) as Fields, DOWN),
  }),
  'autoscaling.v1.HorizontalPodAutoscaler': (autoscaler) => {
    const others = fieldAt(autoscaler, 'metadata', 'annotations', 'autoscaling.alpha.kubernetes.io/metrics');
    const targetCPUUtilizationPercentage = others === undefined ? USUAL_LOAD : undefined;
    return change(autoscaler, 'spec', (spec) => fill(spec, { minReplicas: 1, targetCPUUtilizationPercentage }));
  },
};

/** The metric that v1 has a field of its own for. */
export function cpuUtilization(averageUtilization: unknown): Fields {
  return { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization } } };
}
