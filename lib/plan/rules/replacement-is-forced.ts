import type { KubernetesObject } from '../../manifest/kubernetes-object';
import { type Mark, marksOf, SYNC_OPTIONS } from '../marks';
import type { ApplyTarget } from '../options';
import type { PlanRule } from '../rule';
import { kindOf } from './common/change';

const HOLDS_DATA =
  /^(\/(PersistentVolumeClaim|PersistentVolume|Namespace)|apiextensions\.k8s\.io\/CustomResourceDefinition)$/;

/** Annotations and labels by which Flux and Argo CD delete what can't be updated. */
export const replacementIsForced: PlanRule = {
  id: 'replacement-is-forced',
  what: 'What the API server refuses to update is deleted and made anew.',
  levels: ['error', 'warning'],
  why: 'Between the two there is nothing, and what belonged to the old object is gone: pods, addresses, data.',
  link: 'https://fluxcd.io/flux/components/kustomize/kustomizations/#controlling-the-apply-behavior-of-resources',
  find: (change, { options }) => {
    const force = change.action === 'replace' && change.after && forceOf(change.after.object, options.target);
    if (!force) return [];
    const lost = HOLDS_DATA.test(kindOf(change));
    return [
      {
        severity: lost ? 'error' : 'warning',
        message: `${options.target === 'flux' ? 'Flux' : 'Argo CD'} deletes it and makes it anew, as its ${force.place} asks for${lost ? ': what it holds is lost' : ''}`,
        remedy: `remove the ${force.place} before, and replace it by hand`,
        risk: lost ? 'data-loss' : 'downtime',
      },
    ];
  },
};

/** The mark by which what applies an object replaces it; Argo CD asks for two. */
function forceOf(object: KubernetesObject, target: ApplyTarget): Mark | undefined {
  const marks = marksOf(object);
  if (target === 'flux')
    return marks.find(({ text }) => /^kustomize\.toolkit\.fluxcd\.io\/force: enabled$/i.test(text));
  if (target !== 'argocd') return undefined;
  const [replace, force] = ['Replace', 'Force'].map((option) =>
    marks.find(({ text }) => text === `${SYNC_OPTIONS}: ${option}=true`),
  );
  return replace && force;
}
