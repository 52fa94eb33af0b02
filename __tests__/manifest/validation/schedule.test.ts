import { scheduleMistake } from '../../../lib/manifest/validation/schedule';

test.each([
  '0 3 * * *',
  '*/5 * * * *',
  '0 9-17/2 * jan,JUL mon-fri',
  '@daily',
  '@every 1h30m',
  '? ? ? ? ?',
  '0  3  1 1 0',
])('%s is a schedule', (schedule) => {
  expect(scheduleMistake(schedule)).toBeUndefined();
});

test.each([
  ['every day', 'must have 5 parts (minute, hour, day, month, day of the week), has 2: "every day"'],
  ['60 * * * *', 'has a wrong minute: "60"'],
  ['* 24 * * *', 'has a wrong hour: "24"'],
  ['* * 0 * *', 'has a wrong day of the month: "0"'],
  ['* * * foo *', 'has a wrong month: "foo"'],
  ['* * * * 7', 'has a wrong day of the week: "7"'],
  ['*/0 * * * *', 'has a wrong minute: "*/0"'],
  ['5-1 * * * *', 'has a wrong minute: "5-1"'],
  ['CRON_TZ=UTC 0 3 * * *', 'must not have a time zone: set timeZone instead'],
  ['@often', 'is none of @hourly, @daily, @weekly, @monthly, @yearly: "@often"'],
])('%s is none', (schedule, mistake) => {
  expect(scheduleMistake(schedule)).toBe(mistake);
});
