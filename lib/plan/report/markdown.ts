import { groupBy } from '../../manifest/group-by';
import { counted } from '../counted';
import type { Plan } from '../plan';
import { headlineOf, partialApply, setting } from './headline';
import { LONGEST_NAME, matrixOf } from './markdown-matrix';
import { levelSign, lineOf, type Row, rowsOf } from './markdown-rows';
import { folded, plain, tableLine } from './markdown-text';
import type { ReportOptions } from './options';
import { type Fitting, Space } from './space';

/** What a comment begins with, so that the next plan can replace it. */
const MARKER = '<!-- slipway-plan -->';

/** GitHub takes comments of 65,536 characters. */
const MOST = 60_000;

/** For the heads of table and folds, and for saying what was cut. */
const RESERVE = 2000;

/**
 * Plans as one comment on a pull request: what it comes down to, a table with a line for each resource, and folded the
 * fixes and what exactly differs. What there is no room for is cut, the least grave first, and it says so.
 */
export function markdownReport(
  plans: readonly Plan[],
  options: Pick<ReportOptions, 'before' | 'after' | 'showNoEffect'>,
): string {
  const rows = rowsOf(plans, options.showNoEffect);
  const top = [MARKER, titleOf(plans, rows), ...matrixOf(plans), ...cautionsOf(plans)];
  const bottom = footerOf(plans, options);
  const space = new Space(MOST - RESERVE);
  for (const text of [...top, bottom]) space.add(text);
  const parts = [...top, ...tableOf(rows, plans.length > 1, space), ...foldsOf(rows, space), bottom];
  return `${parts.join('\n\n')}\n`;
}

function tableOf(rows: readonly Row[], isOfSeveral: boolean, space: Space): readonly string[] {
  if (rows.length === 0) return [];
  const hasRisks = rows.some(({ cells }) => cells.risk !== '');
  const heads = [
    ...(isOfSeveral ? ['Environment'] : []),
    'What happens',
    'Resource',
    'Why',
    ...(hasRisks ? ['Risk'] : []),
  ];
  const line = (row: Row) => lineOf(row, isOfSeveral, hasRisks);
  const { kept, cut } = space.take(rows, line, byTurns(rows));
  const table = [tableLine(heads), tableLine(heads.map(() => '---')), ...kept.map(line)].join('\n');
  return [table, ...cutNote(cut)];
}

/** Rows in the order in which they deserve room: the gravest level first, and in it the environments in turn. */
function byTurns(rows: readonly Row[]): readonly Row[] {
  const levels = ['error', 'warning', 'note'] as const;
  const turns = [...groupBy(rows, ({ level, environments }) => JSON.stringify([level, environments])).values()];
  const turnOf = new Map(turns.flatMap((same) => same.map((row, turn) => [row, turn] as const)));
  const rank = ({ level = 'note' }: Row) => levels.indexOf(level);
  return rows.toSorted((a, b) => rank(a) - rank(b) || turnOf.get(a)! - turnOf.get(b)!);
}

function cutNote(cut: readonly Row[]): readonly string[] {
  if (cut.length === 0) return [];
  const grave = Object.entries({ error: 'an error', warning: 'a warning' }).flatMap(([level, what]) => {
    const number = resourcesIn(cut.filter((row) => row.level === level));
    return number > 0 ? [`${number} with ${what}`] : [];
  });
  const which = grave.length > 0 ? ` (${grave.join(', ')})` : '';
  return [
    `**… and ${counted(resourcesIn(cut), 'more resource')}${which}, for which a comment has no room:** \`slipway plan\` shows them.`,
  ];
}

function resourcesIn(rows: readonly Row[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}

function foldsOf(rows: readonly Row[], space: Space): readonly string[] {
  const fold = (title: string, texts: readonly string[]) =>
    foldOf(
      title,
      space.take(texts, (text) => text),
    );
  return [
    ...fold(
      'What to do',
      rows.flatMap(({ fixes }) => fixes),
    ),
    ...fold(
      'What exactly differs',
      rows.flatMap(({ diff }) => diff ?? []),
    ),
  ];
}

function foldOf(title: string, { kept, cut }: Fitting<string>): readonly string[] {
  const number = kept.length + cut.length;
  if (number === 0) return [];
  const note =
    cut.length > 0 ? [`… and ${cut.length} more, for which a comment has no room: \`slipway plan\` shows them.`] : [];
  return [folded(`${title} (${number})`, [...kept, ...note].join('\n\n'))];
}

function titleOf(plans: readonly Plan[], rows: readonly Row[]): string {
  const changes = plans.flatMap((plan) => plan.changes);
  const [only] = plans;
  const where =
    plans.length === 1 && only!.environment !== undefined ? ` of ${plain(only!.environment, LONGEST_NAME)}` : '';
  return `### ${levelSign(rows[0]?.level)}Plan${where}: ${headlineOf({ changes })}`;
}

/** More ways of failing are not told apart. */
const MOST_CAUTIONS = 5;

/** Where something is refused, environments of which the same is to be said together. */
function cautionsOf(plans: readonly Plan[]): readonly string[] {
  const failures = plans.flatMap((plan) => {
    const failure = partialApply(plan);
    return failure === undefined ? [] : [{ failure, environment: plan.environment }];
  });
  if (failures.length === 0) return [];
  const alike = [...groupBy(failures, ({ failure }) => failure)];
  const lines = alike.slice(0, MOST_CAUTIONS).map(([failure, same]) => {
    const names = same.flatMap(({ environment }) => environment ?? []);
    return `> ${names.length > 0 ? `${plain(names.join(', '), 150)}: ` : ''}${plain(failure)}.`;
  });
  const more = alike.slice(MOST_CAUTIONS).flatMap(([, same]) => same).length;
  const rest = more > 0 ? [`> … and it fails in ${counted(more, 'more environment')}.`] : [];
  return [['> [!CAUTION]', [...lines, ...rest].join('\n>\n')].join('\n')];
}

function footerOf(plans: readonly Plan[], { before, after }: Pick<ReportOptions, 'before' | 'after'>): string {
  const quiet = plans.flatMap(({ changes }) => changes).filter(({ action }) => action === 'no-effect').length;
  const unchanged = plans.reduce((sum, plan) => sum + plan.unchanged, 0);
  const settings = [...new Set(plans.map(setting))].join(', ');
  const assumptions = [...new Set(plans.flatMap((plan) => plan.assumptions))].join('; ');
  const rest = [
    ...(unchanged > 0 ? [`${counted(unchanged, 'resource')} unchanged.`] : []),
    ...(quiet > 0 ? [`${counted(quiet, 'resource')} ${quiet === 1 ? 'differs' : 'differ'} in text only.`] : []),
  ];
  return [
    [`<sub>${plain(before, 100)} → ${plain(after, 100)}; ${plain(settings)}.`, ...rest].join(' '),
    ...(assumptions ? [`Taken for granted: ${plain(assumptions, 1000)}.`] : []),
    '</sub>',
  ].join('\n');
}
