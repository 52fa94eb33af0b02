import type { KubernetesObject } from '../../manifest/kubernetes-object';
import { schemaOf } from '../../manifest/schema/schema-of';
import type { Schema, Type } from '../../manifest/schema/types';
import type { Applied } from './applied';
import { withGenerated, withoutGenerated } from './generated-fields';
import { type Draft, draftOf, plain } from './json';
import { annotated, LAST_APPLIED, tooLongAnnotations, withAnnotations } from './last-applied';
import { Difference } from './patch/difference';
import { jsonMerge } from './patch/json-merge';
import { MergePatch } from './patch/merge-patch';
import { settle } from './refusal';

/**
 * What `kubectl apply` makes of a changed manifest. kubectl compares three objects: the manifest with the one that it
 * applied last, which tells what to delete, and with the live object, which tells what to change; it sends the
 * difference as a patch, which the API server merges into the live object: by the merge keys of the built-in kinds, and
 * as plain JSON for all others (https://kubernetes.io/docs/tasks/manage-kubernetes-objects/declarative-config/).
 *
 * `stored` is the object as the server has it, in the manifest's version. The annotation that keeps the manifest is left
 * out of the result.
 */
export function clientSideApply(
  stored: KubernetesObject,
  lastApplied: KubernetesObject,
  manifest: KubernetesObject,
  kubernetes: string,
): Applied {
  return settle(() => {
    const live = withGenerated(stored);
    const last = draftOf(withAnnotations(inPlaceOf(live, lastApplied), {}));
    const wanted = draftOf(annotated(inPlaceOf(live, manifest)));
    const schema = schemaOf(kubernetes);
    const type = schema.kind(manifest.apiVersion, manifest.kind)?.type;
    const merged = type
      ? strategicMerge(live, last, wanted, schema, { is: 'object', name: type.name })
      : jsonMerge(draftOf(live) as Draft, last, wanted);
    const object = withoutGenerated(plain(merged) as KubernetesObject, stored);
    const failure = tooLongAnnotations(object);
    return failure ? { failure } : { object: withoutLastApplied(object) };
  });
}

function strategicMerge(
  live: KubernetesObject,
  last: KubernetesObject,
  wanted: KubernetesObject,
  schema: Schema,
  type: Type,
): Draft {
  const changes = new Difference(schema, 'changes').maps(live, wanted, type);
  const deletions = new Difference(schema, 'deletions').maps(last, wanted, type);
  const patch = new MergePatch(schema, 'patch').maps(deletions, changes, type);
  return new MergePatch(schema, 'object').maps(draftOf(live) as Draft, draftOf(patch), type);
}

/** A manifest without a namespace means the one in which the object is; kubectl writes it down. */
function inPlaceOf({ metadata: { namespace } }: KubernetesObject, manifest: KubernetesObject): KubernetesObject {
  const { namespace: _, ...metadata } = manifest.metadata;
  return { ...manifest, metadata: namespace === undefined ? metadata : { ...metadata, namespace } };
}

function withoutLastApplied(object: KubernetesObject): KubernetesObject {
  const { [LAST_APPLIED]: _, ...annotations } = object.metadata.annotations ?? {};
  const { annotations: _all, ...metadata } = object.metadata;
  return { ...object, metadata: Object.keys(annotations).length > 0 ? { ...metadata, annotations } : metadata };
}
