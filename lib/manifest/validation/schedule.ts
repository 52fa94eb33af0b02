const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DAYS = 'sun mon tue wed thu fri sat'.split(' ');
const MACROS = /^@(yearly|annually|monthly|weekly|daily|midnight|hourly)$/;

interface Part {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly words: readonly string[];
}

const PARTS: readonly Part[] = [
  { name: 'minute', least: 0, most: 59, words: [] },
  { name: 'hour', least: 0, most: 23, words: [] },
  { name: 'day of the month', least: 1, most: 31, words: [] },
  { name: 'month', least: 1, most: 12, words: MONTHS },
  { name: 'day of the week', least: 0, most: 6, words: DAYS },
];

/** What is wrong with the schedule of a CronJob, or nothing. */
export function scheduleMistake(schedule: string): string | undefined {
  if (schedule.includes('TZ')) return 'must not have a time zone: set timeZone instead';
  if (schedule.startsWith('@')) return macroMistake(schedule);
  const fields = schedule.split(/\s+/).filter(Boolean);
  if (fields.length !== 5)
    return `must have 5 parts (minute, hour, day, month, day of the week), has ${fields.length}: "${schedule}"`;
  for (const [index, part] of PARTS.entries()) {
    const wrong = fields[index]!.split(',').find((range) => !isRange(range, part));
    if (wrong !== undefined) return `has a wrong ${part.name}: "${wrong}"`;
  }
  return undefined;
}

function macroMistake(schedule: string): string | undefined {
  const every = /^@every ([\d.]+(ns|us|µs|ms|s|m|h))+$/;
  return MACROS.test(schedule) || every.test(schedule)
    ? undefined
    : `is none of @hourly, @daily, @weekly, @monthly, @yearly: "${schedule}"`;
}

/** `*`, `*` with a step, `5`, `1-5`, `1-5/2`, `mon-fri`. */
function isRange(text: string, part: Part): boolean {
  const [range = '', step, more] = text.split('/');
  if (more !== undefined || (step !== undefined && !(/^\d+$/.test(step) && Number(step) > 0))) return false;
  if (range === '*' || range === '?') return true;
  const [from = '', to, rest] = range.split('-');
  if (rest !== undefined) return false;
  const first = valueOf(from, part);
  const last = to === undefined ? first : valueOf(to, part);
  return first >= part.least && last <= part.most && first <= last;
}

function valueOf(text: string, { words, least }: Part): number {
  const index = words.indexOf(text.toLowerCase());
  if (index >= 0) return index + least;
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}
