import { fieldAt } from '../../manifest/fields';
import { ofKind } from '../../manifest/kinds';
import { type Rule, WARNING } from '../rule';

/** A hook of Helm or Argo CD is removed by them, a CronJob removes its own Jobs. */
export const requireJobCleanup: Rule = {
  id: 'require-job-cleanup',
  severity: WARNING,
  group: 'jobs',
  what: 'A Job must say how long it is kept when it is done.',
  why: 'Finished Jobs and their pods stay for good otherwise, and the next one of that name cannot be applied.',
  remedy: 'set ttlSecondsAfterFinished, such as 86400 for a day',
  link: 'https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished/',
  check: (resources) =>
    ofKind(resources, 'Job')
      .filter(({ object }) => object.apiVersion.startsWith('batch/'))
      .filter(({ object }) => {
        const annotations = Object.keys(fieldAt(object, 'metadata', 'annotations') ?? {});
        const isHook = annotations.some((key) => /^(helm\.sh|argocd\.argoproj\.io)\/hook$/.test(key));
        return !isHook && fieldAt(object, 'spec', 'ttlSecondsAfterFinished') === undefined;
      })
      .map((resource) => ({
        resource,
        path: 'spec.ttlSecondsAfterFinished',
        message: 'the Job is never removed when it is done',
      })),
};
