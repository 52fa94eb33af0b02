import type { FieldChange } from '../plan';

/** Whether a path is another or below it. */
export function isWithin(path: string, other: string): boolean {
  return path === other || (path.startsWith(other) && /[.[]/.test(path[other.length]!));
}

/** The fields that differ at a path, below it or around it. */
export function fieldsAt(
  { fields }: { readonly fields: readonly FieldChange[] },
  path: string,
): readonly FieldChange[] {
  return fields.filter((field) => isWithin(field.path, path) || isWithin(path, field.path));
}
