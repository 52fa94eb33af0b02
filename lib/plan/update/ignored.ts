import type { KubernetesObject } from '../../manifest/kubernetes-object';
import { isMap } from '../../manifest/pods';
import { schemaOf } from '../../manifest/schema/schema-of';
import type { Schema, Type } from '../../manifest/schema/types';
import { changedPaths, pathOf, type Steps, stepTo, typeInside } from './changed-paths';
import { withoutBookkeeping } from './without-bookkeeping';

/** The two manifests, what the cluster would have if the new one were created, and what it will have. */
export interface Asked {
  readonly before: KubernetesObject;
  readonly after: KubernetesObject;
  readonly asked: KubernetesObject;
  readonly stored: KubernetesObject;
}

/** Where the cluster will not have what the new manifest says, or keeps what only the old one said. */
export function ignoredPaths({ before, after, asked, stored }: Asked, kubernetes: string): readonly string[] {
  const schema = schemaOf(kubernetes);
  const kind = schema.kind(after.apiVersion, after.kind);
  const type: Type | undefined = kind && { is: 'object', name: kind.type.name };
  const differing = changedPaths(withoutBookkeeping(asked), withoutBookkeeping(stored), type, schema);
  return differing
    .filter((steps) => [after, before].some((manifest) => isWritten(manifest, steps, type, schema)))
    .map(pathOf);
}

/** What a Secret says in `stringData` is stored as `data`. */
function isWritten(manifest: KubernetesObject, steps: Steps, type: Type | undefined, schema: Schema): boolean {
  const [first, ...others] = steps;
  const plain =
    manifest.kind === 'Secret' && first === 'data' && has(manifest, ['stringData', ...others], type, schema);
  return plain || has(manifest, steps, type, schema);
}

function has(value: unknown, [step, ...others]: Steps, type: Type | undefined, schema: Schema): boolean {
  if (step === undefined) return value !== undefined && value !== null;
  const inside = typeInside(type, step, schema);
  if (Array.isArray(value)) {
    return value.some(
      (item: unknown, index) => stepTo(item, index, type) === step && has(item, others, inside, schema),
    );
  }
  return isMap(value) && Object.hasOwn(value, step) && has(value[step], others, inside, schema);
}
