import { annotationsOf } from '../../manifest/references/annotation-references';
import type { Resource } from '../../manifest/resource';
import type { ApplyTarget } from '../options';
import type { PlanRule } from '../rule';
import { kindOf } from './common/change';

const HOLDS_DATA =
  /^(\/(PersistentVolumeClaim|PersistentVolume|Namespace)|apiextensions\.k8s\.io\/CustomResourceDefinition)$/;

/** Annotations by which Flux and Argo CD delete what can't be updated. */
export const replacementIsForced: PlanRule = {
  id: 'replacement-is-forced',
  what: 'What the API server refuses to update is deleted and made anew.',
  levels: ['error', 'warning'],
  why: 'Between the two there is nothing, and what belonged to the old object is gone: pods, addresses, data.',
  link: 'https://fluxcd.io/flux/components/kustomize/kustomizations/#controlling-the-apply-behavior-of-resources',
  find: (change, { options }) => {
    if (change.action !== 'replace' || !change.after || !isForced(change.after, options.target)) return [];
    const lost = HOLDS_DATA.test(kindOf(change));
    return [
      {
        severity: lost ? 'error' : 'warning',
        message: `${options.target === 'flux' ? 'Flux' : 'Argo CD'} deletes it and makes it anew, as its annotation asks for${lost ? ': what it holds is lost' : ''}`,
        remedy: 'remove the annotation before, and replace it by hand',
        risk: lost ? 'data-loss' : 'downtime',
      },
    ];
  },
};

function isForced(resource: Resource, target: ApplyTarget): boolean {
  const annotations = annotationsOf(resource);
  if (target === 'flux') return annotations['kustomize.toolkit.fluxcd.io/force'] === 'enabled';
  const options = annotations['argocd.argoproj.io/sync-options'] ?? '';
  return target === 'argocd' && /\bReplace=true\b/.test(options) && /\bForce=true\b/.test(options);
}
