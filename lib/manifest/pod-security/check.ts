import type { ContainerFields, DescribedContainer, DescribedPod } from '../pods';
import { containersOf } from '../pods';

/** A control of the Pod Security Standards. https://kubernetes.io/docs/concepts/security/pod-security-standards/ */
export interface PodSecurityCheck {
  /** Such as `no-privileged-container`. */
  readonly id: string;
  /** The first level that asks for it; `restricted` asks for all of `baseline`. */
  readonly level: 'baseline' | 'restricted';
  /** Where a pod breaks it. */
  evaluate(pod: DescribedPod, terms: Terms): readonly Breach[];
}

/** By which edition of the standards a pod is judged. */
export interface Terms {
  readonly level: 'baseline' | 'restricted';
  /** The minor version of Kubernetes. */
  readonly minor: number;
}

/** A place where a pod breaks a control. */
export interface Breach {
  readonly path: string;
  readonly message: string;
  /** The container that it is about, if it is one. */
  readonly container?: string;
}

/** What a question about one container answers: where it breaks the control below its own path, and how. */
export type Answer = readonly [field: string, message: string] | undefined;

/** Asks a question about each container of a pod, also those that only start it or look into it. */
export function eachContainer(
  pod: DescribedPod,
  ask: (container: ContainerFields, described: DescribedContainer) => Answer | readonly Answer[],
): readonly Breach[] {
  const breaches: Breach[] = [];
  const containers = containersOf(pod);
  for (let index = 0; index < containers.length; index++) {
    const described = containers[index]!;
    const answers = ask(described.container, described);
    if (answers === undefined) continue;
    const { name, path } = described;
    const list = (typeof answers[0] === 'string' ? [answers] : answers) as readonly Answer[];
    for (const answer of list) {
      if (answer) breaches.push({ path: `${path}.${answer[0]}`, message: `${name} ${answer[1]}`, container: name });
    }
  }
  return breaches;
}

/** What a pod breaks itself, before what its containers do. */
export function afterPod(ofPod: Breach | undefined, ofContainers: readonly Breach[]): readonly Breach[] {
  return ofPod ? [ofPod, ...ofContainers] : ofContainers;
}
