import { validSchedule } from '../../../lib/policy/rules/valid-schedule';
import { describeRule } from '../support/describe-rule';

const job = (spec: string) =>
  `{ apiVersion: batch/v1, kind: CronJob, metadata: { name: a }, spec: { ${spec}, jobTemplate: {} } }`;

describeRule(validSchedule, {
  accepts: {
    'five parts and a time zone': job('schedule: 0 3 * * mon-fri, timeZone: Europe/Berlin'),
    'a macro': job('schedule: "@daily"'),
  },
  rejects: {
    words: [
      job('schedule: every day'),
      'spec.schedule: must have 5 parts (minute, hour, day, month, day of the week), has 2: "every day"',
    ],
    'a time zone in the schedule': [
      job('schedule: TZ=UTC 0 3 * * *'),
      'spec.schedule: must not have a time zone: set timeZone instead',
    ],
    'a time zone that does not exist': [
      job('schedule: 0 3 * * *, timeZone: Europe/Atlantis'),
      'spec.timeZone: is no time zone such as Europe/Berlin: Europe/Atlantis',
    ],
    'the time zone of the node': [
      job('schedule: 0 3 * * *, timeZone: Local'),
      'spec.timeZone: must be a time zone such as Europe/Berlin, is Local',
    ],
  },
});
