import { structuralRule } from '../structural-rule';

/** When a CronJob runs. */
export const validSchedule = structuralRule({
  id: 'valid-schedule',
  what: 'The schedule and time zone of a CronJob must be well formed.',
  why: 'The API server refuses the CronJob.',
  remedy: 'write five parts such as "0 3 * * 1-5", and a time zone such as Europe/Berlin in timeZone',
  link: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax',
});
