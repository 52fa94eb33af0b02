import { fieldAt, show } from '../../manifest/fields';
import { ofKind } from '../../manifest/kinds';
import { PRODUCTION_WARNING, type Rule } from '../rule';

/**
 * That the smallest is not above the largest is the API server's to say; that there are two pods at least is asked by
 * `require-replicas`, which knows whether anybody waits for them.
 */
export const autoscalerHasRoom: Rule = {
  id: 'autoscaler-has-room',
  severity: PRODUCTION_WARNING,
  group: 'reliability',
  what: 'A HorizontalPodAutoscaler must have room between its smallest and its largest number of pods.',
  why: 'With the same number for both it does nothing, and looks as if it did.',
  remedy: 'raise maxReplicas above minReplicas, or leave the autoscaler out',
  link: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/',
  check: (resources) =>
    ofKind(resources, 'HorizontalPodAutoscaler').flatMap((resource) => {
      const least = fieldAt(resource.object, 'spec', 'minReplicas') ?? 1;
      const most = fieldAt(resource.object, 'spec', 'maxReplicas');
      if (least !== most) return [];
      const message = `cannot scale: minReplicas and maxReplicas are both ${show(least)}`;
      return [{ resource, path: 'spec.maxReplicas', message }];
    }),
};
