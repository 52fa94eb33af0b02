import { fieldsAt, isWithin } from '../fields/within';
import { kindOf } from './common/change';
import { applyCommand, deleteCommand } from './common/commands';
import { refusal } from './common/refusal';
import { described } from './common/words';

const POD = 'spec.template.spec';

/** CronJobs may change: their next Job follows. */
export const jobIsImmutable = refusal(
  {
    id: 'job-is-immutable',
    what: 'A Job that was made once can hardly change: neither its template nor what it counts.',
    why: 'The API server refuses the update, so that the new version never runs: a migration, say.',
    link: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/',
    concerns: (change, { update }) => update && kindOf(change) === 'batch/Job',
  },
  (change, objections, whole) => {
    const paths = [...new Set(objections.map(({ path }) => path))];
    const fields = [...new Set(paths.flatMap((path) => fieldsAt(change, path)))];
    return {
      severity: 'error',
      path: paths[0],
      message: `a Job is immutable: ${described(fields, fields.every(({ path }) => isWithin(path, POD)) ? POD : 'spec')}`,
      remedy: `put a hash of the content into the name, such as ${change.id.name}-1a2b3c4d, so that each version is a Job of its own; or delete the old Job first, which ends its pods`,
      commands: [deleteCommand(change.id), applyCommand(change, whole)],
    };
  },
);
