import type { KubernetesObject } from '../../manifest/kubernetes-object';
import { isMap } from '../../manifest/pods';
import { schemaOf } from '../../manifest/schema/schema-of';
import { isAtLeast } from '../../manifest/version';
import type { Circumstances } from '../prediction';
import { groupKindOf } from './group-kind';
import { prepareService } from './prepare-service';
import type { Prepared } from './prepared';

/**
 * What the API server makes of a merged object before it judges it: it puts back what is not the user's to change, and
 * what it has chosen itself. From `PrepareForUpdate` in
 * https://github.com/kubernetes/kubernetes/tree/master/pkg/registry.
 */
export function prepareUpdate(
  live: KubernetesObject,
  merged: KubernetesObject,
  { kubernetes }: Circumstances,
): Prepared {
  const after = withStatus(live, merged, kubernetes);
  const kind = groupKindOf(after);
  if (kind === '/Service') return prepareService(live, after);
  if (kind === '/Namespace') return prepareNamespace(live, after);
  const stored = putBack(kind, live, after, kubernetes);
  return { before: live, after: stored, stored };
}

/** The finalizers of a Namespace are no more to be changed than its status; it has one from the start. */
function prepareNamespace(live: KubernetesObject, merged: KubernetesObject): Prepared {
  const stored = withSpec(live, merged, 'finalizers');
  const finalizers = (isMap(live.spec) ? live.spec.finalizers : undefined) ?? ['kubernetes'];
  return { before: live, after: withSpec({ ...live, spec: { finalizers } }, merged, 'finalizers'), stored };
}

function putBack(kind: string, live: KubernetesObject, merged: KubernetesObject, kubernetes: string): KubernetesObject {
  if (kind === 'certificates.k8s.io/CertificateSigningRequest') return withField(merged, 'spec', live.spec);
  const keepsResources = kind === '/Pod' && isAtLeast(kubernetes, '1.37');
  return keepsResources && isMap(merged.spec) && merged.spec.resources === undefined
    ? withSpec(live, merged, 'resources')
    : merged;
}

/** The status of Kubernetes' own kinds is written by controllers alone. */
function withStatus(live: KubernetesObject, merged: KubernetesObject, kubernetes: string): KubernetesObject {
  const isOurs = schemaOf(kubernetes).kind(merged.apiVersion, merged.kind) !== undefined;
  return isOurs ? withField(merged, 'status', live.status) : merged;
}

function withSpec(live: KubernetesObject, merged: KubernetesObject, field: string): KubernetesObject {
  const old = isMap(live.spec) ? live.spec[field] : undefined;
  if (!isMap(merged.spec)) return merged;
  return { ...merged, spec: withField(merged.spec, field, old) };
}

function withField<T extends object>(object: T, field: string, value: unknown): T {
  const { [field]: _, ...others } = object as Record<string, unknown>;
  return (value === undefined ? others : { ...others, [field]: value }) as T;
}
