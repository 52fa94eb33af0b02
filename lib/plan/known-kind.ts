import { customSchemaOf } from '../manifest/custom/custom-schema';
import { fieldAt } from '../manifest/fields';
import type { KubernetesObject } from '../manifest/kubernetes-object';
import { oncePer } from '../manifest/once-per';
import { groupOf } from '../manifest/references/reference';
import { schemaOf } from '../manifest/schema/schema-of';
import type { Whole } from './rule';

type Known = Pick<Whole, 'before' | 'after' | 'options'>;

/**
 * Whether the kind of an object is explained: by Kubernetes, by a definition among the manifests or with `--crd`, or by
 * one that we know. A group that ends like those of Kubernetes, and is not served by it, is custom too.
 */
export function isKnownKind({ apiVersion, kind }: KubernetesObject, whole: Known): boolean {
  const group = groupOf(apiVersion);
  if (!group.includes('.') || /^(apiextensions|apiregistration)\.k8s\.io$/.test(group)) return true;
  if (schemaOf(whole.options.kubernetes).kind(apiVersion, kind) !== undefined) return true;
  return definedKinds(whole).has(`${group}/${kind}`) || customSchemaOf({ apiVersion, kind }, []) !== undefined;
}

const definedKinds = oncePer(({ before, after, options }: Known): ReadonlySet<string> => {
  const definitions = [...[...before, ...after].map(({ object }) => object), ...(options.definitions ?? [])].filter(
    ({ kind }) => kind === 'CustomResourceDefinition',
  );
  return new Set(
    definitions.map(
      (each) => `${String(fieldAt(each, 'spec', 'group'))}/${String(fieldAt(each, 'spec', 'names', 'kind'))}`,
    ),
  );
});
