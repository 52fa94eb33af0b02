import type { KubernetesObject } from '../manifest/kubernetes-object';
import { marksOf, SYNC_OPTIONS } from './marks';
import type { ApplyTarget } from './options';

/** Why an object stays or goes, beside that the manifests no longer have it. */
export interface Fate {
  readonly stays: boolean;
  /** @default - there is nothing more to say */
  readonly why?: string;
}

/**
 * What becomes of an object when the manifests no longer have it.
 *
 * Argo CD heeds `Prune=false`, as it is spelled; `Delete=false`, and Helm's `keep` that it takes for the same, hold only
 * when the whole Application is deleted (https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/). Flux heeds
 * annotations and labels (https://fluxcd.io/flux/components/kustomize/kustomizations/#controlling-the-apply-behavior-of-resources).
 * An ApplySet prunes all that was in it.
 */
export function fateOf(object: KubernetesObject, target: ApplyTarget): Fate {
  if (target === 'kubectl') return { stays: true };
  const marks = marksOf(object).map(({ text }) => text);
  const keeper = marks.find((mark) => KEEPERS[target]?.test(mark));
  if (keeper !== undefined) return { stays: true, why: `, and kept by its ${keeper}` };
  if (target === 'argocd' && marks.includes(`${SYNC_OPTIONS}: Prune=confirm`)) {
    return { stays: false, why: '; the sync waits until somebody confirms that it is pruned' };
  }
  const vain = marks.find((mark) => mark === HELM || (target === 'argocd' && mark === `${SYNC_OPTIONS}: Delete=false`));
  return { stays: false, ...(vain !== undefined && { why: `; its ${vain} does not prevent that it is pruned` }) };
}

const HELM = 'helm.sh/resource-policy: keep';

const KEEPERS: Readonly<Partial<Record<ApplyTarget, RegExp>>> = {
  argocd: /^argocd\.argoproj\.io\/sync-options: Prune=false$/,
  flux: /^kustomize\.toolkit\.fluxcd\.io\/(prune|reconcile): disabled$/i,
};
