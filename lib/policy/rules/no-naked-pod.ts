import { fieldAt } from '../../manifest/fields';
import { ofKind } from '../../manifest/kinds';
import { type Rule, WARNING } from '../rule';

/** A pod that runs once for a release, as a hook of Helm or Argo CD, is meant to be alone. */
export const noNakedPod: Rule = {
  id: 'no-naked-pod',
  severity: WARNING,
  group: 'reliability',
  what: 'A pod must belong to a workload.',
  why: 'Nobody starts it again when its node goes away, and most of its fields can never be changed.',
  remedy: 'make it a Deployment, a StatefulSet or a Job',
  link: 'https://kubernetes.io/docs/concepts/configuration/overview/#naked-pods-vs-replicasets-deployments-and-jobs',
  check: (resources) =>
    ofKind(resources, 'Pod')
      .filter(({ object }) => object.apiVersion === 'v1')
      .filter(({ object }) => {
        const annotations = Object.keys(fieldAt(object, 'metadata', 'annotations') ?? {});
        const isHook = annotations.some((key) => /^(helm\.sh|argocd\.argoproj\.io)\/hook$/.test(key));
        return !isHook && fieldAt(object, 'metadata', 'ownerReferences') === undefined;
      })
      .map((resource) => ({ resource, message: 'no workload owns the pod' })),
};
