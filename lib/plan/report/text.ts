import { printable } from '../../manifest/printable';
import type { Plan, PlanFinding } from '../plan';
import { diffLines } from './fields';
import { type Group, groupChanges } from './group';
import { headlineOf, partialApply, setting } from './headline';
import type { ReportOptions } from './options';
import { type Paint, painter } from './paint';
import { toldOf } from './told';
import { counted, riskWord, signOf, titleOf, verdictOf } from './words';
import { wrap } from './wrap';

/** More fields of one resource are not shown. */
const MOST_FIELDS = 12;

/** More commands for one remedy are not shown. */
const MOST_COMMANDS = 24;

/** Plans as people read them in a terminal: what it comes down to, then a few lines for each resource. */
export function textReport(plans: readonly Plan[], options: ReportOptions): string {
  const paint = painter(options.colored);
  const lines = plans.flatMap((plan) => [...describePlan(plan, options, paint), '']);
  const sentences = [...new Set(plans.flatMap(({ assumptions }) => assumptions))];
  const footer = sentences.length > 0 ? wrap(`Taken for granted: ${sentences.join('; ')}.`, '', options) : [];
  const text = [...lines, ...footer.map((line) => paint(line, 'dim'))].join('\n');
  return `${(options.unicode ?? true) ? text : ascii(text)}\n`.replace(/\n+$/, '\n');
}

function describePlan(plan: Plan, options: ReportOptions, paint: Paint): readonly string[] {
  const { environment, changes, unchanged } = plan;
  const shown = changes.filter(({ action }) => options.showNoEffect || action !== 'no-effect');
  const failure = partialApply(plan);
  const quiet = changes.filter(({ action }) => action === 'no-effect').length;
  const name = environment === undefined ? '' : `${environment}: `;
  return [
    ...wrap(`${name}${headlineOf(plan)}`, '', options).map((line) => paint(line, 'bold')),
    ...wrap(`${options.before} → ${options.after}; ${setting(plan)}`, '', options).map((line) => paint(line, 'dim')),
    ...(failure ? wrap(failure, '', options).map((line) => paint(line, 'error')) : []),
    ...groupChanges(shown).flatMap((group) => ['', ...describeGroup(group, options, paint)]),
    ...(quiet + unchanged > 0 ? [''] : []),
    ...(quiet > 0 && !options.showNoEffect
      ? [`${counted(quiet, 'resource')} only in other words (--show no-effect)`]
      : []),
    ...(unchanged > 0 ? [`${counted(unchanged, 'resource')} unchanged`] : []),
  ];
}

function describeGroup(group: Group, options: ReportOptions, paint: Paint): readonly string[] {
  const change = toldOf(group);
  const risks = change.risks.filter((risk) => risk !== 'unknown').map(riskWord);
  const title = group.length > 1 ? `${counted(group.length, change.id.kind)}` : titleOf(change);
  const { action, byMode } = change;
  const sign = signOf(action, options.unicode ?? true);
  const level = action === 'replace' || action === 'invalid' ? 'error' : risks.length > 0 ? 'warning' : 'plain';
  const ways = byMode ? ` (${byModeWords(byMode)})` : '';
  const verdict = [`${verdictOf(change, group.length)}${ways}`, ...risks].join(', ');
  const [first = '', ...rest] = wrap(
    `${title} ${verdict}${change.reason ? `: ${change.reason}` : ''}`,
    '    ',
    options,
  );
  const names =
    group.length > 1
      ? wrap(group.map((each) => titleOf(each).split(' ').slice(1).join(' ')).join(', '), '    ', options)
      : [];
  return [
    paint(`${sign.padEnd(3)} ${first.trimStart()}`, level),
    ...rest,
    ...names,
    ...change.findings.flatMap((finding) => describeFinding(finding, options, paint)),
    ...fieldLines(change, options),
  ];
}

function byModeWords({ client, server }: NonNullable<Group[0]['byMode']>): string {
  return `server-side: ${verdictOf({ action: server })}; client-side: ${verdictOf({ action: client })}`;
}

function describeFinding(finding: PlanFinding, options: ReportOptions, paint: Paint): readonly string[] {
  const { severity, message, remedy, commands = [] } = finding;
  const more = commands.length - MOST_COMMANDS;
  if (severity === 'note') return wrap(message, '    ', options);
  const [first = '', ...rest] = wrap(`${severity}: ${message}`, '    ', options);
  return [
    first.replace(severity, paint(severity, severity)),
    ...rest,
    ...wrap(`fix: ${remedy}`, '      ', options),
    ...commands.slice(0, MOST_COMMANDS).map((command) => `        ${printable(command)}`),
    ...(more > 0 ? [`        … and ${counted(more, 'more command')} (--format json has them all)`] : []),
  ];
}

/** The fields, if the line above can't have said it all. */
function fieldLines({ fields, action }: Group[0], options: ReportOptions): readonly string[] {
  const isLong = fields.some(({ before, after }) => /\n/.test(`${String(before)}${String(after)}`));
  if ((fields.length <= 3 && !isLong) || action === 'no-effect') return [];
  const width = options.width ?? 120;
  const lines = fields
    .slice(0, MOST_FIELDS)
    .flatMap(diffLines)
    .map((line) => `    ${printable(line)}`);
  const more = fields.length - MOST_FIELDS;
  return [
    ...lines.map((line) => (line.length > width ? `${line.slice(0, width - 1)}…` : line)),
    ...(more > 0 ? [`    … and ${counted(more, 'more field')} (--format json has them all)`] : []),
  ];
}

/** The same text for a terminal that has only ASCII. */
function ascii(text: string): string {
  return text.replaceAll('→', '->').replaceAll('…', '...').replaceAll('…', '...');
}
