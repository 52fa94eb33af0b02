import { oncePer } from '../../../manifest/once-per';
import { texts } from '../../../manifest/references/workload-pods';
import type { Resource } from '../../../manifest/resource';
import type { Target } from '../../../manifest/target';

/** A Pod Security level that a namespace enforces. */
export type Level = Target['podSecurity'];

/** What a namespace says of pods. https://kubernetes.io/docs/concepts/security/pod-security-admission/ */
export interface Enforcement {
  readonly level: Level;
  /** The version of the standards. @default - that of the cluster */
  readonly version?: string;
  /** Whether the namespace says so, or leaves it to the cluster. */
  readonly written: boolean;
}

/** How strict a level is. */
export const STRICTNESS: Readonly<Record<Level, number>> = { privileged: 0, baseline: 1, restricted: 2 };

/** What a Namespace enforces; one that says nothing leaves it to the cluster, which mostly enforces nothing. */
export function enforcementOf(namespace: Resource | undefined): Enforcement {
  const labels = texts(namespace?.object.metadata.labels);
  const level = labels['pod-security.kubernetes.io/enforce'] ?? '';
  const version = labels['pod-security.kubernetes.io/enforce-version'];
  if (!Object.hasOwn(STRICTNESS, level)) return { level: 'privileged', written: false };
  return { level: level as Level, written: true, version: version === 'latest' ? undefined : version };
}

/** The Namespaces of the manifests by name. */
export const namespacesByName = oncePer(
  (resources: readonly Resource[]): ReadonlyMap<string, Resource> =>
    new Map(
      resources.filter(({ object }) => object.kind === 'Namespace').map((each) => [each.object.metadata.name, each]),
    ),
);
