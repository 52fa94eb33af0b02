import { groupBy } from '../../manifest/group-by';
import { describeResource } from '../../manifest/resource';
import type { Plan } from '../plan';
import { diffLines } from './fields';
import { gravity, type Group, groupChanges, levelOf } from './group';
import { block, code, plain } from './markdown-text';
import { toldOf } from './told';
import { counted, riskWord, signOf, titleOf, verdictOf } from './words';

/** What is told of a change, or of several that are the same. */
export interface Row {
  /** A line of the table. */
  readonly line: string;
  /** How to mend what is wrong with it, if something is. */
  readonly fixes: readonly string[];
  /** What exactly differs. */
  readonly diff: string | undefined;
  readonly level: ReturnType<typeof levelOf>;
}

/** At most so many names are in a row. */
const MOST_NAMES = 10;

/** The rows of all environments, the gravest first; what is the same in several of them is one row. */
export function rowsOf(plans: readonly Plan[], showNoEffect: boolean): readonly Row[] {
  const all = plans.flatMap(({ environment, changes }) =>
    groupChanges(changes.filter(({ action }) => showNoEffect || action !== 'no-effect')).map((group) => ({
      environment,
      group,
      text: textOf(group),
    })),
  );
  return [...groupBy(all, ({ text, group: [{ fields }] }) => JSON.stringify([text, fields])).values()]
    .toSorted(([a], [b]) => gravity(a!.group[0]) - gravity(b!.group[0]))
    .map((same) => {
      const [{ group, text }] = same as [(typeof all)[0]];
      const names = same.flatMap(({ environment }) => environment ?? []);
      const where = plans.length > 1 ? `| ${plain(names.join(', '))} ` : '';
      const [change] = group;
      return {
        line: `${where}| ${text} |`,
        fixes: fixesIn(same, plans.length > 1),
        diff: diffOf(group, names),
        level: levelOf(change),
      };
    });
}

/** What to do in each environment, where it is not the same: each has its own files. */
function fixesIn(
  same: readonly { readonly environment?: string; readonly group: Group }[],
  isOneOfMany: boolean,
): readonly string[] {
  const fixes = same.flatMap(({ environment, group }) => fixesOf(group).map((fix) => ({ environment, fix })));
  return [...groupBy(fixes, ({ fix }) => fix)].map(([fix, places]) => {
    const names = places.flatMap(({ environment }) => environment ?? []);
    return isOneOfMany ? `${plain(names.join(', '))}: ${fix}` : fix;
  });
}

function textOf(group: Group): string {
  const change = toldOf(group);
  const { action, byMode, reason } = change;
  const isGrave = ['replace', 'invalid', 'ineffective', 'delete'].includes(action);
  const risks = change.risks.filter((risk) => risk !== 'unknown').map((risk) => `**${riskWord(risk)}**`);
  const words = verdictOf(change, group.length);
  const verdict = isGrave ? `**${words}**` : words;
  const ways = byMode
    ? [`server-side ${verdictOf({ action: byMode.server })}, client-side ${verdictOf({ action: byMode.client })}`]
    : [];
  const remarks = change.findings.map(({ severity, message }) =>
    severity === 'note' ? plain(message) : `${severity}: ${plain(message)}`,
  );
  return [
    `${code(signOf(action, true))} ${verdict}`,
    subjectOf(group),
    [[...ways, ...(reason ? [plain(reason)] : [])].join('; '), ...remarks].filter(Boolean).join('<br>'),
    risks.join(', '),
  ].join(' | ');
}

function subjectOf(group: Group): string {
  if (group.length === 1) return `${plain(group[0].id.kind)} ${code(titleOf(group[0]).replace(/^\S+ /, ''))}`;
  const names = group.slice(0, MOST_NAMES).map(({ id }) => code(describeResource(id).replace(/^\S+ /, '')));
  const more = group.length - names.length;
  return `${counted(group.length, plain(group[0].id.kind))}: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function fixesOf(group: Group): readonly string[] {
  return toldOf(group).findings.flatMap(({ severity, message, remedy, commands = [], why }) => {
    if (severity === 'note') return [];
    const subject = group.length === 1 ? titleOf(group[0]) : counted(group.length, group[0].id.kind);
    const title = `**${plain(subject)}**: ${plain(message)}`;
    return [
      [
        title,
        '',
        plain(why),
        `Fix: ${plain(remedy)}`,
        ...(commands.length > 0 ? ['', block('sh', commands)] : []),
      ].join('\n'),
    ];
  });
}

function diffOf(group: Group, environments: readonly string[]): string | undefined {
  const change = toldOf(group);
  if (change.fields.length === 0) return undefined;
  const more = group.length > 1 ? ` and ${group.length - 1} more` : '';
  const where = environments.length > 0 ? ` (${environments.join(', ')})` : '';
  return block('diff', [`  ${titleOf(change)}${more}${where}`, ...change.fields.flatMap(diffLines)]);
}
