import { show } from '../../manifest/fields';
import { counted } from '../counted';
import type { FieldChange } from '../plan';
import { columnsOf, cut } from './columns';
import { diffLines } from './fields';
import type { Group } from './group';
import type { ReportOptions } from './options';
import type { Paint } from './paint';
import { commandsOf, toldOf } from './told';
import { messageOf, nameOf, reasonOf, risksOf, signOf, titleOf, verdictOf } from './words';
import { shown, shownWithTabs, wrap } from './wrap';

/** More fields of one resource are not shown. */
const MOST_FIELDS = 12;

/** More commands for one thing are not shown. */
const MOST_COMMANDS = 24;

/** What the line of a resource tells in full. */
const BRIEF = 40;

/** A change, or several that are the same, as a few lines for a terminal. */
export function describeGroup(group: Group, options: ReportOptions, paint: Paint): readonly string[] {
  const [change] = group;
  const [first = '', ...rest] = wrap(verdictLine(group), '    ', options);
  const names = group.length > 1 ? wrap(group.map(nameOf).join(', '), '    ', options) : [];
  const sign = signOf(change.action, options.unicode ?? true);
  return [
    paint(`${sign.padEnd(3)} ${first.trimStart()}`, colorOf(change)),
    ...rest,
    ...names,
    ...change.findings.flatMap((_, index) => describeFinding(group, index, options, paint)),
    ...fieldLines(toldOf(group), options),
  ];
}

function verdictLine(group: Group): string {
  const [change] = group;
  const { byMode } = change;
  const reason = reasonOf(group);
  const title = group.length > 1 ? counted(group.length, change.id.kind) : titleOf(change);
  const ways = byMode ? ` (${byModeWords(byMode)})` : '';
  const verdict = [`${verdictOf(change, group.length)}${ways}`, ...risksOf(change)].join(', ');
  return `${title} ${verdict}${reason ? `: ${reason}` : ''}`;
}

function byModeWords({ client, server }: NonNullable<Group[0]['byMode']>): string {
  return `server-side: ${verdictOf({ action: server })}; client-side: ${verdictOf({ action: client })}`;
}

function colorOf(change: Group[0]): Parameters<Paint>[1] {
  if (change.action === 'replace' || change.action === 'invalid') return 'error';
  return risksOf(change).length > 0 ? 'warning' : 'plain';
}

function describeFinding(group: Group, index: number, options: ReportOptions, paint: Paint): readonly string[] {
  const { severity, remedy } = toldOf(group).findings[index]!;
  const message = messageOf(group, index);
  if (severity === 'note') return wrap(message, '    ', options);
  const [first = '', ...rest] = wrap(`${severity}: ${message}`, '    ', options);
  return [
    first.replace(severity, paint(severity, severity)),
    ...rest,
    ...wrap(`fix: ${remedy}`, '      ', options),
    ...commandLines(commandsOf(group, index), options),
  ];
}

function commandLines(commands: readonly string[], options: ReportOptions): readonly string[] {
  const more = commands.length - MOST_COMMANDS;
  return [
    ...commands.slice(0, MOST_COMMANDS).map((command) => `        ${shown(command, options)}`),
    ...(more > 0
      ? wrap(`… and ${counted(more, 'more command')} (--format json has them all)`, '        ', options)
      : []),
  ];
}

/** The fields, if the line above can't have said it all. */
function fieldLines({ fields, action }: Group[0], options: ReportOptions): readonly string[] {
  if (action === 'no-effect' || (fields.length <= 3 && fields.every(isTold))) return [];
  const more = fields.length - MOST_FIELDS;
  return [
    ...fields
      .slice(0, MOST_FIELDS)
      .flatMap((field) => diffLines(field, Math.max(BRIEF, (options.width ?? 120) - BRIEF))),
    ...(more > 0 ? [`… and ${counted(more, 'more field')} (--format json has them all)`] : []),
  ].flatMap((line) => fitted(line, options));
}

/** A line of a difference: a field goes on in the next line, a line of a text is cut. */
function fitted(text: string, options: ReportOptions): readonly string[] {
  const width = options.width ?? 120;
  const line = `    ${shownWithTabs(text, options)}`;
  if (columnsOf(line) <= width) return [line];
  if (!/^[-+~…] \S/.test(text)) return [cut(line, width, shown('…', options))];
  const [first = '', ...rest] = wrap(text, '      ', options);
  return [`    ${first.trimStart()}`, ...rest];
}

/** Whether the line of the resource tells both values of a field. */
function isTold({ path, before, after }: FieldChange): boolean {
  if (after === undefined || /\.image$|ontainers\[[^\]]+\]$/.test(path)) return true;
  return [before, after].every((value) => value === undefined || isBrief(value));
}

function isBrief(value: unknown): boolean {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  const text = show(value);
  return !isMap && text.length <= BRIEF && !text.includes('\n');
}
