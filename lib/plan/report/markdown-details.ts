import { groupBy } from '../../manifest/group-by';
import { printable } from '../../manifest/printable';
import { counted } from '../counted';
import { diffLines } from './fields';
import type { Group } from './group';
import { block, plain } from './markdown-text';
import { commandsOf, toldOf } from './told';
import { messageOf, titleOf } from './words';

/** Of a longer value, only so much is shown. */
const LONGEST_VALUE = 400;

/** More fields of one resource are not shown. */
const MOST_FIELDS = 50;

/** The same in one environment. */
export interface Occurrence {
  readonly environment?: string;
  readonly group: Group;
}

/** How to mend what is wrong with a change, in all its environments; nothing for what is only noted. */
export function fixesOf(same: readonly Occurrence[], environments: readonly string[]): readonly string[] {
  const { group } = same[0]!;
  const others = group.length > 1 ? ` and ${group.length - 1} more` : '';
  const where = environments.length > 0 ? ` (${plain(environments.join(', '))})` : '';
  return toldOf(group).findings.flatMap(({ severity, remedy, why }, index) => {
    if (severity === 'note') return [];
    const what = `**${plain(titleOf(group[0]))}**${others}${where}: ${plain(messageOf(group, index))}`;
    return [[what, plain(why), `**Fix:** ${plain(remedy)}`, ...blocksOf(same, index)].join('\n\n')];
  });
}

/** The commands of a finding, for each environment that has its own. */
function blocksOf(same: readonly Occurrence[], index: number): readonly string[] {
  const blocks = groupBy(same, ({ group }) => block('sh', commandsOf(group, index).map(printable)));
  return [...blocks].flatMap(([text, occurrences]) => {
    if (commandsOf(occurrences[0]!.group, index).length === 0) return [];
    const names = occurrences.map(({ environment = '' }) => environment);
    return [...(blocks.size > 1 ? [`In ${plain(names.join(', '))}:`] : []), text];
  });
}

/** What exactly differs, as a block; nothing for an object that is new or gone. */
export function diffOf(group: Group, environments: readonly string[]): string | undefined {
  const { fields } = toldOf(group);
  if (fields.length === 0) return undefined;
  const others = group.length > 1 ? ` and ${group.length - 1} more` : '';
  const where = environments.length > 0 ? ` (${environments.join(', ')})` : '';
  const more = fields.length - MOST_FIELDS;
  return block('diff', [
    `  ${printable(titleOf(group[0]))}${others}${printable(where)}`,
    ...fields.slice(0, MOST_FIELDS).flatMap((field) => diffLines(field, LONGEST_VALUE)),
    ...(more > 0 ? [`  … and ${counted(more, 'more field')}`] : []),
  ]);
}
