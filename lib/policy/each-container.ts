import { type Answer, type Breach, eachContainer } from '../manifest/pod-security/check';
import type { DescribedContainer, DescribedPod } from '../manifest/pods';
import type { Resource } from '../manifest/resource';
import { checkEachPod, type PodChecks } from './each-pod';
import type { Violation } from './rule';

/** A check that asks a question about each container of every pod, but for those that somebody added to look into it. */
export function checkContainers(
  ask: (described: DescribedContainer, pod: DescribedPod, resources: readonly Resource[]) => Answer,
): PodChecks {
  return checkEachPod((pod, resources) =>
    violationsOf(
      pod,
      eachContainer(pod, (_, described) => (described.ephemeral ? undefined : ask(described, pod, resources))),
    ),
  );
}

/** A check that asks a question about every pod: where it breaks the rule below its spec, and how. */
export function checkPods(ask: (pod: DescribedPod, resources: readonly Resource[]) => Answer): PodChecks {
  return checkEachPod((pod, resources) => {
    const answer = ask(pod, resources);
    if (!answer) return [];
    const [field, message] = answer;
    return [{ resource: pod.resource, path: `${pod.path}.${field}`, message }];
  });
}

/** What a pod breaks, as violations of the object that describes it. */
export function violationsOf({ resource }: DescribedPod, breaches: readonly Breach[]): readonly Violation[] {
  return breaches.length === 0 ? [] : breaches.map((breach) => ({ resource, ...breach }));
}
