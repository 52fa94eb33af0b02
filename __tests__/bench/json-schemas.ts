import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { moduleFolder } from '../../.scripts/schema/module';

type Node = Readonly<Record<string, unknown>>;
type Definitions = Readonly<Record<string, Node>>;

/** The types that are no text although the document says so. */
const SPECIAL: Readonly<Record<string, Node>> = {
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': { type: ['string', 'integer'] },
  'io.k8s.apimachinery.pkg.api.resource.Quantity': { type: ['string', 'number'] },
};

/**
 * Writes the JSON schema of every kind of a Kubernetes release, strict and with nothing outside of it, as those of
 * https://github.com/yannh/kubernetes-json-schema are, which kubeconform downloads otherwise.
 */
export function writeJsonSchemas(release: string, folder: string): void {
  const document = join(moduleFolder('k8s.io/kubernetes', release), 'api/openapi-spec/swagger.json');
  const { definitions } = JSON.parse(readFileSync(document, 'utf8')) as { definitions: Definitions };
  mkdirSync(`${folder}.part`, { recursive: true });
  for (const [name, definition] of Object.entries(definitions)) {
    for (const file of filesOf(definition)) {
      writeFileSync(join(`${folder}.part`, file), JSON.stringify(standalone(definitions, name, [])));
    }
  }
  renameSync(`${folder}.part`, folder);
}

/** Where kubeconform looks for a kind: `{{ .ResourceKind }}{{ .KindSuffix }}.json`. */
function filesOf(definition: Node): readonly string[] {
  const kinds = (definition['x-kubernetes-group-version-kind'] ?? []) as readonly Readonly<Record<string, string>>[];
  return kinds.map(({ group = '', version = '', kind = '' }) => {
    const parts = [kind, group.split('.')[0]!, version].filter((part) => part !== '');
    return `${parts.join('-').toLowerCase()}.json`;
  });
}

/** A definition with those that it refers to put into it; one inside itself may be anything. */
function standalone(definitions: Definitions, name: string, around: readonly string[]): Node {
  if (SPECIAL[name]) return SPECIAL[name];
  if (around.includes(name)) return {};
  return resolve(definitions[name]!, definitions, [...around, name]);
}

function resolve(
  { type, $ref, properties, items, additionalProperties, ...rest }: Node,
  all: Definitions,
  around: readonly string[],
): Node {
  if (typeof $ref === 'string') return standalone(all, $ref.replace('#/definitions/', ''), around);
  const inside = (node: unknown): Node => nullable(resolve(node as Node, all, around));
  const fields = Object.entries(properties ?? {}).map(([field, node]) => [field, inside(node)] as const);
  return {
    ...(type ? { type } : {}),
    ...(rest.required ? { required: rest.required } : {}),
    ...(properties ? { properties: Object.fromEntries(fields), additionalProperties: false } : {}),
    ...(items ? { items: inside(items) } : {}),
    ...(additionalProperties ? { additionalProperties: inside(additionalProperties) } : {}),
  };
}

/** The API server drops a field that is null. */
function nullable(node: Node): Node {
  return node.type === undefined ? node : { ...node, type: [node.type, 'null'].flat() };
}
