/** A field as it was from one version to another. */
export interface Dated {
  readonly field: string;
  readonly since: string;
  readonly until: string;
}

/** Adds the fields that a type has in `version` to what is known of it from the versions before. */
export function merge(
  types: Map<string, Map<string, Dated[]>>,
  name: string,
  fields: ReadonlyMap<string, string>,
  version: string,
): void {
  const known = types.get(name) ?? new Map<string, Dated[]>();
  types.set(name, known);
  for (const [field, text] of fields) {
    const dated = known.get(field) ?? [];
    const last = dated.at(-1);
    if (last?.field === text) dated[dated.length - 1] = { ...last, until: version };
    else dated.push({ field: text, since: version, until: version });
    known.set(field, dated);
  }
}
