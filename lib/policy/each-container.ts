import { findIn } from '../manifest/find-in';
import { oncePer } from '../manifest/once-per';
import type { Answer, Breach } from '../manifest/pod-security/check';
import { containersOf, type DescribedContainer, type DescribedPod, podsOf } from '../manifest/pods';
import type { Resource } from '../manifest/resource';
import type { Rule, Violation } from './rule';

/** A container and the pod that it is in. */
export interface PodContainer {
  readonly pod: DescribedPod;
  readonly described: DescribedContainer;
}

/** The containers of all pods, in one list that is made once for all rules. */
export const allContainers = oncePer((resources: readonly Resource[]): readonly PodContainer[] =>
  findIn(podsOf(resources), (pod) => containersOf(pod).map((described) => ({ pod, described }))),
);

/** A check that asks a question about each container of every pod, but for those that somebody added to look into it. */
export function checkContainers(
  ask: (described: DescribedContainer, pod: DescribedPod, resources: readonly Resource[]) => Answer,
): Rule['check'] {
  return (resources) => {
    const violations: Violation[] = [];
    for (const { pod, described } of allContainers(resources)) {
      const answer = described.ephemeral ? undefined : ask(described, pod, resources);
      if (!answer) continue;
      const { name, path } = described;
      const [field, message] = answer;
      violations.push({
        resource: pod.resource,
        path: `${path}.${field}`,
        message: `${name} ${message}`,
        container: name,
      });
    }
    return violations;
  };
}

/** A check that asks a question about every pod: where it breaks the rule below its spec, and how. */
export function checkPods(ask: (pod: DescribedPod, resources: readonly Resource[]) => Answer): Rule['check'] {
  return (resources) => {
    const violations: Violation[] = [];
    for (const pod of podsOf(resources)) {
      const answer = ask(pod, resources);
      if (!answer) continue;
      const [field, message] = answer;
      violations.push({ resource: pod.resource, path: `${pod.path}.${field}`, message });
    }
    return violations;
  };
}

/** What pods break, as violations of the objects that describe them. */
export function violationsOfPods(
  resources: readonly Resource[],
  breachesOf: (pod: DescribedPod) => readonly Breach[],
): readonly Violation[] {
  const violations: Violation[] = [];
  for (const pod of podsOf(resources)) {
    for (const breach of breachesOf(pod)) violations.push({ resource: pod.resource, ...breach });
  }
  return violations;
}
