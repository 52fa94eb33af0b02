import type { Resource } from '../manifest/resource';
import { resourceId } from '../manifest/resource';
import type { ApplyTarget, PlanOptions } from './options';
import type { Change } from './rule';

/** Annotations that keep an object from being deleted, by the tool that heeds them. */
const KEPT: Readonly<Record<ApplyTarget, readonly (readonly [annotation: string, value: RegExp])[]>> = {
  kubectl: [],
  'kubectl-applyset': [],
  argocd: [
    ['argocd.argoproj.io/sync-options', /(^|,)\s*(Prune=(false|confirm)|Delete=false)\s*(,|$)/],
    ['helm.sh/resource-policy', /^keep$/],
  ],
  flux: [['kustomize.toolkit.fluxcd.io/prune', /^disabled$/i]],
};

/** What becomes of an object that the manifests no longer have: it stays, or who applies them deletes it. */
export function removalOf(before: Resource, { target }: PlanOptions): Change {
  const { annotations = {} } = before.object.metadata;
  const keeper = KEPT[target].find(([annotation, value]) => value.test(annotations[annotation] ?? ''));
  const isDeleted = target !== 'kubectl' && !keeper;
  return {
    id: resourceId(before.object),
    action: isDeleted ? 'delete' : 'orphan',
    reason: `no longer in the manifests${keeper ? `, and kept by its annotation ${keeper[0]}` : ''}`,
    fields: [],
    before,
    storedBefore: before.object,
    objections: [],
    ignored: [],
  };
}
