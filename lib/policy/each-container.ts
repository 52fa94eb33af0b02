import { type Answer, eachContainer } from '../manifest/pod-security/check';
import { type DescribedContainer, type DescribedPod, podsOf } from '../manifest/pods';
import type { Resource } from '../manifest/resource';
import type { Rule } from './rule';

/** A check that asks a question about each container of every pod, but for those that somebody added to look into it. */
export function checkContainers(
  ask: (described: DescribedContainer, pod: DescribedPod, resources: readonly Resource[]) => Answer | readonly Answer[],
): Rule['check'] {
  return (resources) =>
    podsOf(resources).flatMap((pod) =>
      eachContainer(pod, (_, described) => (described.ephemeral ? undefined : ask(described, pod, resources))).map(
        (breach) => ({ resource: pod.resource, ...breach }),
      ),
    );
}

/** A check that asks a question about every pod: where it breaks the rule below its spec, and how. */
export function checkPods(ask: (pod: DescribedPod, resources: readonly Resource[]) => Answer): Rule['check'] {
  return (resources) =>
    podsOf(resources).flatMap((pod) => {
      const answer = ask(pod, resources);
      if (!answer) return [];
      const [field, message] = answer;
      return [{ resource: pod.resource, path: `${pod.path}.${field}`, message }];
    });
}
