/** What `.scripts/generate-schema.ts` has read from Kubernetes' own API documents; `data/README.md` says how it is written. */
export interface SchemaData {
  /** Every minor version, the oldest first. */
  readonly versions: readonly string[];
  /** `apps/v1 Deployment` → `@apps.v1.Deployment namespaced`. */
  readonly kinds: Readonly<Record<string, string>>;
  /** `extensions/v1beta1 Ingress` → `introduced=1.1 deprecated=1.14 removed=1.22 successor=networking.k8s.io/v1 Ingress`. */
  readonly lifecycles: Readonly<Record<string, string>>;
  /** The fields of each type, several lines where a field has changed. */
  readonly types: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

let data: SchemaData | undefined;

/** The data, read when it is needed first. */
export function schemaData(): SchemaData {
  data ??= require('./data/kubernetes.json') as SchemaData;
  return data;
}
