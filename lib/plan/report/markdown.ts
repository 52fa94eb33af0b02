import type { Plan } from '../plan';
import { ACTIONS, countActions } from './count';
import { headlineOf, partialApply, setting } from './headline';
import { code, folded, plain } from './markdown-text';
import { type Row, rowsOf } from './markdown-rows';
import type { ReportOptions } from './options';
import { signOf, verdictOf } from './words';

/** What a comment begins with, so that the next plan can replace it. */
const MARKER = '<!-- slipway-plan -->';

/** GitHub takes comments of 65,536 characters. */
const MOST = 60_000;

/**
 * Plans as one comment on a pull request: what it comes down to, a table with a line for each resource, and folded the
 * fixes and what exactly differs. What does not fit is cut from the end, and it says so.
 */
export function markdownReport(
  plans: readonly Plan[],
  options: Pick<ReportOptions, 'before' | 'after' | 'showNoEffect'>,
): string {
  const rows = rowsOf(plans, options.showNoEffect);
  const top = [MARKER, titleOf(plans, rows), ...matrixOf(plans), ...cautionsOf(plans)].join('\n\n');
  const bottom = footerOf(plans, options);
  const space = new Space(MOST - top.length - bottom.length);
  const table =
    rows.length === 0
      ? []
      : [
          [
            ...headOf(plans),
            ...space.take(
              rows.map(({ line }) => line),
              'more resources',
            ),
          ].join('\n'),
        ];
  const fixes = space.fold(
    'What to do',
    rows.flatMap((row) => row.fixes),
  );
  const diffs = space.fold(
    'What exactly differs',
    rows.flatMap(({ diff }) => diff ?? []),
  );
  return `${[top, ...table, ...fixes, ...diffs, bottom].join('\n\n')}\n`;
}

/** What is left of the longest comment. */
class Space {
  constructor(private left: number) {
    this.left -= 500;
  }

  /** As many as fit; the last one says how many do not. */
  public take(texts: readonly string[], what: string): readonly string[] {
    const fitting = texts.findIndex((text) => {
      this.left -= text.length + 2;
      return this.left < 0;
    });
    if (fitting < 0) return texts;
    return [
      ...texts.slice(0, fitting),
      `… and ${texts.length - fitting} ${what}, for which there is no room: see slipway plan`,
    ];
  }

  public fold(title: string, texts: readonly string[]): readonly string[] {
    if (texts.length === 0) return [];
    return [folded(`${title} (${texts.length})`, this.take(texts, 'more').join('\n\n'))];
  }
}

function titleOf(plans: readonly Plan[], rows: readonly Row[]): string {
  const level = rows[0]?.level;
  const sign = level === 'error' ? '🛑 ' : level === 'warning' ? '⚠️ ' : '';
  const changes = plans.flatMap((plan) => plan.changes);
  const [only] = plans;
  const where = plans.length === 1 && only!.environment !== undefined ? ` of ${plain(only!.environment)}` : '';
  return `### ${sign}Plan${where}: ${headlineOf({ changes })}`;
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function matrixOf(plans: readonly Plan[]): readonly string[] {
  if (plans.length < 2) return [];
  const counts = plans.map(({ changes }) => countActions(changes));
  const actions = ACTIONS.filter((action) => counts.some((count) => count[action] !== undefined));
  return [
    [
      tableLine(['', ...plans.map(({ environment }) => plain(environment ?? ''))]),
      tableLine(['---', ...plans.map(() => '---:')]),
      ...actions.map((action) =>
        tableLine([
          `${code(signOf(action, true))} ${verdictOf({ action })}`,
          ...counts.map((count) => String(count[action] ?? '–')),
        ]),
      ),
    ].join('\n'),
  ];
}

function cautionsOf(plans: readonly Plan[]): readonly string[] {
  return plans.flatMap((plan) => {
    const failure = partialApply(plan);
    if (!failure) return [];
    const where = plan.environment === undefined ? '' : `${plain(plan.environment)}: `;
    return [`> [!CAUTION]\n> ${where}${plain(failure)}.`];
  });
}

function headOf(plans: readonly Plan[]): readonly string[] {
  const environment = plans.length > 1 ? '| Environment ' : '';
  return [
    `${environment}| What happens | Resource | Why | At stake |`,
    `${environment && '| --- '}| --- | --- | --- | --- |`,
  ];
}

function footerOf(plans: readonly Plan[], { before, after }: Pick<ReportOptions, 'before' | 'after'>): string {
  const quiet = plans.flatMap(({ changes }) => changes).filter(({ action }) => action === 'no-effect').length;
  const unchanged = plans.reduce((sum, plan) => sum + plan.unchanged, 0);
  const settings = [...new Set(plans.map(setting))].join(', ');
  const assumptions = [...new Set(plans.flatMap((plan) => plan.assumptions))].join('; ');
  return [
    `<sub>${plain(before)} → ${plain(after)}; ${plain(settings)}. ${unchanged} unchanged, ${quiet} only in other words.`,
    ...(assumptions ? [`Taken for granted: ${plain(assumptions)}.`] : []),
    '</sub>',
  ].join('\n');
}
