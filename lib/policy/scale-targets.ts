import { type MadeReference, ResourceIndex } from '../manifest/references/resource-index';
import type { Resource } from '../manifest/resource';

/** What the autoscalers that set a number of pods scale. */
export function scaleTargets(resources: readonly Resource[]): readonly MadeReference[] {
  const index = ResourceIndex.of(resources);
  return [...index.ofKind('HorizontalPodAutoscaler'), ...index.ofKind('ScaledObject', 'keda.sh')].flatMap(
    (autoscaler) => index.referencesOf(autoscaler),
  );
}
