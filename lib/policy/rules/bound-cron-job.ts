import { fieldAt } from '../../manifest/fields';
import { ofKind } from '../../manifest/kinds';
import { type Rule, WARNING } from '../rule';

const FIELDS = [
  ['startingDeadlineSeconds', 'after a downtime, a run may start at any later time, and after 100 missed ones none'],
  ['concurrencyPolicy', 'a run that takes too long overlaps with the next one'],
] as const;

/** How many finished jobs are kept has good defaults. */
export const boundCronJob: Rule = {
  id: 'bound-cron-job',
  severity: WARNING,
  group: 'jobs',
  what: 'A CronJob must say how late a run may start, and whether runs may overlap.',
  why: 'The defaults are: as late as you like, and yes, which few programs are made for.',
  remedy: 'set startingDeadlineSeconds, and concurrencyPolicy to Forbid, Replace or Allow',
  link: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#starting-deadline',
  check: (resources) =>
    ofKind(resources, 'CronJob')
      .filter(({ object }) => object.apiVersion.startsWith('batch/'))
      .flatMap((resource) =>
        FIELDS.filter(([field]) => fieldAt(resource.object, 'spec', field) === undefined).map(([field, effect]) => ({
          resource,
          path: `spec.${field}`,
          message: `${field} is not set: ${effect}`,
        })),
      ),
};
