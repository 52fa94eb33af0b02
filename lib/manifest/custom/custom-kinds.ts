import { type Fields, fieldAt, mapsAt, textAt } from '../fields';
import type { KubernetesObject } from '../kubernetes-object';

/** A custom resource as its definition describes it. */
export interface CustomKind {
  /** The schema of each version that is served, empty for one without. */
  readonly versions: ReadonlyMap<string, Fields>;
}

/** The kinds that CustomResourceDefinitions define, by `group/kind`; other objects are left out. */
export function customKinds(objects: readonly KubernetesObject[]): ReadonlyMap<string, CustomKind> {
  return new Map(
    objects
      .filter(({ apiVersion, kind }) => apiVersion === 'apiextensions.k8s.io/v1' && kind === 'CustomResourceDefinition')
      .map((definition) => {
        const versions = mapsAt(definition, 'spec', 'versions')
          .filter(({ served }) => served !== false)
          .map((version) => {
            const schema = fieldAt(version, 'schema', 'openAPIV3Schema');
            return [textAt(version, 'name') ?? '', (schema ?? {}) as Fields] as const;
          });
        const kind = textAt(definition, 'spec', 'names', 'kind') ?? '';
        return [`${textAt(definition, 'spec', 'group') ?? ''}/${kind}`, { versions: new Map(versions) }] as const;
      }),
  );
}
