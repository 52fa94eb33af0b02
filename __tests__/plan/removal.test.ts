import type { ApplyTarget } from '../../lib/plan/options';
import { makePlan } from '../../lib/plan/make-plan';
import { OPTIONS, resourcesOf } from './support/describe-plan-rule';
import { all, deployment, object } from './support/manifests';

const GONE = 'no longer in the manifests';
const argo = (options: string) => `annotations: { argocd.argoproj.io/sync-options: "${options}" }`;
const HELM = 'annotations: { helm.sh/resource-policy: keep }';
const flux = (what: string, value: string, where = 'annotations') =>
  `${where}: { kustomize.toolkit.fluxcd.io/${what}: ${value} }`;
const KEPT_BY_FLUX = `${GONE}, and kept by its kustomize.toolkit.fluxcd.io`;

test.each<readonly [ApplyTarget, metadata: string, action: string, reason: string]>([
  ['kubectl', '', 'orphan', GONE],
  ['kubectl', argo('Prune=true'), 'orphan', GONE],
  ['kubectl-applyset', '', 'delete', GONE],
  ['kubectl-applyset', argo('Prune=false'), 'delete', GONE],
  ['kubectl-applyset', HELM, 'delete', `${GONE}; its helm.sh/resource-policy: keep does not prevent that it is pruned`],
  ['argocd', '', 'delete', GONE],
  ['argocd', argo('Prune=false'), 'orphan', `${GONE}, and kept by its argocd.argoproj.io/sync-options: Prune=false`],
  [
    'argocd',
    argo('Validate=false, Prune=false'),
    'orphan',
    `${GONE}, and kept by its argocd.argoproj.io/sync-options: Prune=false`,
  ],
  ['argocd', argo('Prune=False'), 'delete', GONE],
  ['argocd', argo('PruneLast=false'), 'delete', GONE],
  ['argocd', argo('Prune=confirm'), 'delete', `${GONE}; the sync waits until somebody confirms that it is pruned`],
  [
    'argocd',
    argo('Delete=false'),
    'delete',
    `${GONE}; its argocd.argoproj.io/sync-options: Delete=false does not prevent that it is pruned`,
  ],
  ['argocd', HELM, 'delete', `${GONE}; its helm.sh/resource-policy: keep does not prevent that it is pruned`],
  ['argocd', flux('prune', 'disabled'), 'delete', GONE],
  ['flux', '', 'delete', GONE],
  ['flux', flux('prune', 'disabled'), 'orphan', `${KEPT_BY_FLUX}/prune: disabled`],
  ['flux', flux('prune', 'Disabled'), 'orphan', `${KEPT_BY_FLUX}/prune: Disabled`],
  ['flux', flux('prune', 'disabled', 'labels'), 'orphan', `${KEPT_BY_FLUX}/prune: disabled`],
  ['flux', flux('reconcile', 'disabled'), 'orphan', `${KEPT_BY_FLUX}/reconcile: disabled`],
  ['flux', flux('prune', '"true"'), 'delete', GONE],
  ['flux', argo('Prune=false'), 'delete', GONE],
])('with %s, an object with "%s" is told as %s', (target, metadata, action, reason) => {
  const before = resourcesOf(object('v1', 'ConfigMap', 'web', 'data: {}', metadata));

  expect(makePlan(before, [], { ...OPTIONS, target }).changes).toMatchObject([{ action, reason }]);
});

const config = (name: string, value: string) =>
  object('v1', 'ConfigMap', name, `data: { A: "${value}" }`, argo('Prune=false'));

test('the old name of what moved stays, if it is kept from being pruned', () => {
  const [before, after] = [config('web-config-4f2a9c1d', '1'), config('web-config-9c1d4f2a', '2')];
  const plan = (target: ApplyTarget) =>
    makePlan(resourcesOf(all(before, deployment())), resourcesOf(all(after, deployment())), { ...OPTIONS, target });
  const staying = { findings: [{ rule: 'old-name-stays' }] };

  expect(plan('argocd').changes).toMatchObject([staying]);
  expect(plan('flux').changes).toMatchObject([{ findings: [] }]);
});
