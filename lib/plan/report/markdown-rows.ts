import { groupBy } from '../../manifest/group-by';
import { counted } from '../counted';
import type { Plan } from '../plan';
import { gravity, type Group, groupChanges, levelOf } from './group';
import { diffOf, fixesOf } from './markdown-details';
import { code, plain, tableLine } from './markdown-text';
import { messageOf, nameOf, reasonOf, risksOf, signOf, verdictOf } from './words';

/** What is told of a change, or of several that are the same. */
export interface Row {
  readonly environments: readonly string[];
  /** How many resources it is about. */
  readonly count: number;
  readonly level: ReturnType<typeof levelOf>;
  readonly cells: Readonly<Record<'what' | 'resource' | 'why' | 'risk', string>>;
  /** How to mend what is wrong with it, if something is. */
  readonly fixes: readonly string[];
  /** What exactly differs. */
  readonly diff: string | undefined;
}

/** At most so many names are in a row. */
const MOST_NAMES = 10;

/** A name is no longer than this in a cluster, but may be in a manifest. */
const LONGEST_NAME = 253;

/** At most so much is said of one resource in its row. */
const MOST_REMARKS = 8;

const SIGNS = { error: '🛑 ', warning: '⚠️ ', note: '' } as const;

/** The sign of a level that somebody has to look at. */
export function levelSign(level: Row['level']): string {
  return level === undefined ? '' : SIGNS[level];
}

/** The rows of all environments, the gravest first; what is the same in several of them is one row. */
export function rowsOf(plans: readonly Plan[], showNoEffect: boolean): readonly Row[] {
  const all = plans.flatMap(({ environment, changes }) =>
    groupChanges(changes.filter(({ action }) => showNoEffect || action !== 'no-effect')).map((group) => ({
      environment,
      group,
      cells: cellsOf(group),
    })),
  );
  return [...groupBy(all, ({ cells, group: [{ fields }] }) => JSON.stringify([cells, fields])).values()]
    .toSorted(([a], [b]) => gravity(a!.group[0]) - gravity(b!.group[0]))
    .map((same) => {
      const [{ group, cells }] = same as [(typeof all)[0]];
      const environments = same.flatMap(({ environment }) => environment ?? []);
      const count = same.reduce((sum, each) => sum + each.group.length, 0);
      const where = plans.length > 1 ? environments : [];
      return {
        environments,
        count,
        cells,
        level: levelOf(group[0]),
        fixes: fixesOf(same, where),
        diff: diffOf(group, where),
      };
    });
}

/** A row as a line of the table, with the columns that the table has. */
export function lineOf({ cells, environments }: Row, isOfSeveral: boolean, hasRisks: boolean): string {
  const { what, resource, why, risk } = cells;
  return tableLine([
    ...(isOfSeveral ? [plain(environments.join(', '))] : []),
    what,
    resource,
    why,
    ...(hasRisks ? [risk] : []),
  ]);
}

function cellsOf(group: Group): Row['cells'] {
  const [change] = group;
  const { action, byMode } = change;
  const reason = reasonOf(group);
  const isGrave = ['replace', 'invalid', 'ineffective', 'delete'].includes(action);
  const words = verdictOf(change, group.length);
  const ways = byMode
    ? [`server-side ${verdictOf({ action: byMode.server })}, client-side ${verdictOf({ action: byMode.client })}`]
    : [];
  const remarks = change.findings.map((_, index) => remarkOf(group, index));
  const more = remarks.length - MOST_REMARKS;
  return {
    what: `${levelSign(levelOf(change))}${code(signOf(action, true))} ${isGrave ? `**${words}**` : words}`,
    resource: subjectOf(group),
    why: [
      [...ways, ...(reason ? [plain(reason)] : [])].join('; '),
      ...remarks.slice(0, MOST_REMARKS),
      ...(more > 0 ? [`and ${more} more`] : []),
    ]
      .filter(Boolean)
      .join('<br>'),
    risk: risksOf(change)
      .map((risk) => `**${risk}**`)
      .join(', '),
  };
}

function remarkOf(group: Group, index: number): string {
  const { severity } = group[0].findings[index]!;
  const message = plain(messageOf(group, index));
  return severity === 'note' ? message : `**${severity}:** ${message}`;
}

function subjectOf(group: Group): string {
  const kind = plain(group[0].id.kind, LONGEST_NAME);
  if (group.length === 1) return `${kind} ${code(nameOf(group[0]))}`;
  const names = group.slice(0, MOST_NAMES).map((change) => code(nameOf(change), LONGEST_NAME));
  const more = group.length - names.length;
  return `${counted(group.length, kind)}: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
