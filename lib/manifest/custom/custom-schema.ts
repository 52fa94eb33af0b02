import type { Fields } from '../fields';
import type { KubernetesObject } from '../kubernetes-object';
import { oncePer } from '../once-per';
import { builtInKind } from './built-in-kinds';
import { customKinds } from './custom-kinds';

/** What is known of a custom resource in its version. */
export interface CustomSchema {
  /** Empty for a version without a schema. */
  readonly schema: Fields;
  /** Whether the cluster may have another release of it, which may know more fields. */
  readonly isOpen: boolean;
}

const kindsOf = oncePer(customKinds);

/**
 * The schema of a custom resource: that of its definition, else the one that we know of a widespread kind; `undefined` for
 * a kind or a version of which nothing is known.
 */
export function customSchemaOf(
  { apiVersion, kind }: Pick<KubernetesObject, 'apiVersion' | 'kind'>,
  definitions: readonly KubernetesObject[],
): CustomSchema | undefined {
  const slash = apiVersion.indexOf('/');
  const [group, version] = [apiVersion.slice(0, Math.max(slash, 0)), apiVersion.slice(slash + 1)];
  const given = kindsOf(definitions).get(`${group}/${kind}`);
  const schema = (given ?? builtInKind(group, kind))?.versions.get(version);
  return schema && { schema, isOpen: given === undefined };
}
