import { counted } from '../counted';
import type { Plan } from '../plan';
import { ACTIONS, countActions } from './count';
import { code, plain, tableLine } from './markdown-text';
import { Space } from './space';
import { signOf, verdictOf } from './words';

/** With more environments the table is turned, as it would be too wide. */
const MOST_COLUMNS = 8;

/** Of more environments, as many are listed as fit into so many characters. */
const MOST = 12_000;

/** A longer name of an environment is cut. */
export const LONGEST_NAME = 60;

/** How often what happens in which environment; nothing for a single one. */
export function matrixOf(plans: readonly Plan[]): readonly string[] {
  if (plans.length < 2) return [];
  const counts = plans.map(({ changes }) => countActions(changes));
  const actions = ACTIONS.filter((action) => counts.some((count) => count[action] !== undefined));
  if (actions.length === 0) return [];
  const names = plans.map(({ environment }) => plain(environment ?? '', LONGEST_NAME));
  const titles = actions.map((action) => `${code(signOf(action, true))} ${verdictOf({ action })}`);
  const numbers = counts.map((count) => actions.map((action) => String(count[action] ?? '–')));
  if (plans.length <= MOST_COLUMNS) {
    return [
      table(
        names,
        titles.map((title, index) => [title, ...numbers.map((row) => row[index]!)]),
      ),
    ];
  }
  const { kept, cut } = new Space(MOST).take(
    names.map((name, index) => [name, ...numbers[index]!]),
    tableLine,
  );
  return [table(titles, kept), ...(cut.length > 0 ? [`… and ${counted(cut.length, 'more environment')}`] : [])];
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const heads = [
    ['', ...columns],
    ['---', ...columns.map(() => '---:')],
  ];
  return [...heads, ...rows].map(tableLine).join('\n');
}
