import { type Fields, fieldAt, mapsAt, textAt } from '../fields';
import type { KubernetesObject } from '../kubernetes-object';

/** A custom resource as its definition describes it. */
export interface CustomKind {
  /** The schema of each version, empty for one without. */
  readonly versions: ReadonlyMap<string, Fields>;
  /** Whose definition it is, such as `Traefik 3.7.13`. @default - the user's own */
  readonly source?: string;
}

/**
 * The kinds that CustomResourceDefinitions define, by `group/kind`, in the versions that they serve; other objects are
 * left out. Of two definitions of one kind the later one holds.
 */
export function customKinds(objects: readonly KubernetesObject[]): ReadonlyMap<string, CustomKind> {
  return new Map(objects.filter(isDefinition).map((definition) => [keyOf(definition), kindOf(definition)]));
}

/** Whether an object is a CustomResourceDefinition of the only version that is served since Kubernetes 1.22. */
export function isDefinition({ apiVersion, kind }: KubernetesObject): boolean {
  return kind === 'CustomResourceDefinition' && apiVersion === 'apiextensions.k8s.io/v1';
}

function keyOf(definition: KubernetesObject): string {
  return `${textAt(definition, 'spec', 'group') ?? ''}/${textAt(definition, 'spec', 'names', 'kind') ?? ''}`;
}

function kindOf(definition: KubernetesObject): CustomKind {
  const versions = mapsAt(definition, 'spec', 'versions').filter(({ served }) => served !== false);
  return {
    versions: new Map(
      versions.map((version) => [
        textAt(version, 'name') ?? '',
        (fieldAt(version, 'schema', 'openAPIV3Schema') ?? {}) as Fields,
      ]),
    ),
  };
}
