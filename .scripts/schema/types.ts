/** A schema of an OpenAPI document of version 2, as far as Kubernetes uses it. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly description?: string;
  readonly items?: Schema;
  readonly additionalProperties?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly 'x-kubernetes-list-type'?: string;
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly 'x-kubernetes-map-type'?: string;
  readonly 'x-kubernetes-patch-merge-key'?: string;
  readonly 'x-kubernetes-patch-strategy'?: string;
}

/** One request of a path. */
export interface Operation {
  readonly 'x-kubernetes-action'?: string;
  readonly 'x-kubernetes-group-version-kind'?: { group: string; version: string; kind: string };
  readonly parameters?: readonly { readonly in: string; readonly schema?: Schema }[];
}

/** An OpenAPI document of version 2, as far as it is read here. */
export interface Document {
  readonly definitions: Readonly<Record<string, Schema>>;
  readonly paths: Readonly<Record<string, { readonly post?: Operation }>>;
}

/** Types that are one value in a manifest, by the letter that the data uses for them. */
const VALUES: readonly (readonly [RegExp, string])[] = [
  [/\.api\.resource\.Quantity$/, 'quantity'],
  [/\.util\.intstr\.IntOrString$/, 'intOrString'],
  [/\.meta\.v1\.Time$/, 'time'],
  [/\.meta\.v1\.MicroTime$/, 'microTime'],
  [/\.meta\.v1\.Duration$/, 'duration'],
  [/\.meta\.v1\.FieldsV1$|\.runtime\.RawExtension$/, 'object'],
  [/\.apiextensions\.v1\.(JSON|JSONSchemaPropsOr\w+)$/, 'any'],
];

/** Each type's fields as the data writes them: `[]@core.v1.EnvVar keys=name merge=name`. */
export function typesOf(
  { definitions }: Document,
  enums: ReadonlyMap<string, string>,
  pointers: ReadonlySet<string>,
): Map<string, Map<string, string>> {
  const objects = Object.entries(definitions).filter(([name]) => !VALUES.some(([pattern]) => pattern.test(name)));
  return new Map(
    objects.map(([name, { properties = {}, required = [] }]) => {
      const type = typeName(name);
      const served = 'apiVersion' in properties && 'metadata' in properties;
      const fields = Object.entries(properties).map(([field, schema]): [string, string] => {
        if (served && field === 'status') return [field, 'any'];
        const values = enums.get(`${type}.${field}`);
        const exact = pointers.has(`${type}.${field}`) && typeOf(schema) === 'string' ? ' exact' : '';
        const enumeration = values === undefined ? '' : ` enum=${values}`;
        const merging = [listFlags(schema), patchFlags(schema), mapFlag(schema, definitions)];
        const flags = [required.includes(field) ? ' !' : '', exact, ...merging, enumeration];
        return [field, typeOf(schema) + flags.join('')];
      });
      return [type, new Map(fields)];
    }),
  );
}

/** The names of the types that the given ones refer to, over any number of steps. */
export function reachable(all: ReadonlyMap<string, ReadonlyMap<string, string>>, from: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const open = [...from];
  while (open.length > 0) {
    const name = open.pop()!;
    if (seen.has(name)) continue;
    seen.add(name);
    for (const text of all.get(name)!.values()) open.push(...[...text.matchAll(/@(\S+)/g)].map(([, type]) => type!));
  }
  return seen;
}

/** `io.k8s.api.core.v1.Container` → `core.v1.Container`. */
export function typeName(definition: string): string {
  return definition.split('.').slice(-3).join('.');
}

/** The type that a body parameter refers to. */
export function referredType({ parameters = [] }: Operation): string {
  const body = parameters.find((parameter) => parameter.in === 'body');
  return typeName(body!.schema!.$ref!.replace('#/definitions/', ''));
}

function typeOf(schema: Schema): string {
  if (schema.$ref) {
    const definition = schema.$ref.replace('#/definitions/', '');
    return VALUES.find(([pattern]) => pattern.test(definition))?.[1] ?? `@${typeName(definition)}`;
  }
  if (schema.type === 'array') return `[]${typeOf(schema.items!)}`;
  if (schema.type === 'object')
    return schema.additionalProperties ? `{}${typeOf(schema.additionalProperties)}` : 'object';
  if (schema.type === 'integer') return schema.format ?? 'int64';
  if (schema.type === 'string' && schema.format === 'byte') return 'byte';
  return schema.type ?? 'any';
}

function listFlags(schema: Schema): string {
  const keys = schema['x-kubernetes-list-map-keys'];
  const merge = schema['x-kubernetes-patch-merge-key'];
  const set = schema['x-kubernetes-list-type'] === 'set';
  return `${keys ? ` keys=${keys.join(',')}` : ''}${merge ? ` merge=${merge}` : ''}${set ? ' set' : ''}`;
}

/** What a patch of kubectl does beside merging by a key. */
function patchFlags(schema: Schema): string {
  const strategies = schema['x-kubernetes-patch-strategy']?.split(',') ?? [];
  const merges = strategies.includes('merge') && !schema['x-kubernetes-patch-merge-key'];
  const retains = strategies.includes('retainKeys');
  return `${merges ? ' merge' : ''}${retains ? ' retain' : ''}${strategies.includes('replace') ? ' replace' : ''}`;
}

/** Whether server-side apply takes the map as a whole: the field's, or those in its list. */
function mapFlag(schema: Schema, definitions: Document['definitions']): string {
  if (schema.type === 'array' && listFlags(schema) + patchFlags(schema) === '') return '';
  const inside = schema.items ?? schema;
  const referred = inside.$ref ? definitions[inside.$ref.replace('#/definitions/', '')] : undefined;
  const declared = schema['x-kubernetes-map-type'] ?? referred?.['x-kubernetes-map-type'];
  return declared === 'atomic' ? ' atomic' : '';
}
