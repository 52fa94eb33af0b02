import type { Schema, Type } from '../../../manifest/schema/types';

/** How a strategic merge patch treats a field. */
export interface PatchField {
  /** The type of the map, or of the list's items. */
  readonly inside: Type | undefined;
  /** A map is merged unless it says `replace`, a list is replaced unless it says `merge`. */
  readonly strategy: 'merge' | 'replace' | undefined;
  /** The field that tells the list's items apart; empty for a list of values. */
  readonly key: string;
  /** Whether the patch names every field that stays. */
  readonly retainKeys: boolean;
}

/**
 * What the tags `patchStrategy` and `patchMergeKey` say of a field
 * (https://kubernetes.io/docs/tasks/manage-kubernetes-objects/declarative-config/#merge-strategy-for-fields).
 */
export function patchField(schema: Schema, type: Type | undefined, name: string): PatchField {
  const field = type?.is === 'object' ? schema.type(type.name).fields.get(name) : undefined;
  const of = field?.type ?? (type?.is === 'map' ? type.of : undefined);
  const list = of?.is === 'list' ? of : undefined;
  return {
    inside: list ? list.of : of,
    strategy: field?.patch,
    key: list?.list.merge ?? '',
    retainKeys: field?.retainKeys ?? false,
  };
}
