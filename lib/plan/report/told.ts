import { oncePer } from '../../manifest/once-per';
import { isMap } from '../../manifest/pods';
import type { PlanFinding, PlannedChange } from '../plan';
import { sameJson } from '../update/same-json';
import type { Group } from './group';
import { type Names, namesOf } from './names';

/**
 * What is told of a group, as one change: what all of its changes say; where each has its own name in it, `<name>`; and
 * the commands of all of them.
 */
export const toldOf = oncePer((group: Group): PlannedChange => {
  const [first, ...others] = group;
  if (others.length === 0) return first;
  const told = group.map(({ reason, fields, findings }) => ({ reason, fields, remarks: findings.map(wordsOf) }));
  const { remarks, ...common } = inCommon(told, namesOf(first)) as (typeof told)[0];
  const findings = first.findings.map((finding, index): PlanFinding => {
    const commands = group.flatMap((change) => change.findings[index]?.commands ?? []);
    return { ...finding, ...remarks[index], ...(commands.length > 0 && { commands: eachOnce(commands) }) };
  });
  return { ...first, ...common, findings };
});

function wordsOf({ message, remedy }: PlanFinding): Pick<PlanFinding, 'message' | 'remedy'> {
  return { message, remedy };
}

/** The commands of one finding, for all changes of a group. */
export function commandsOf(group: Group, index: number): readonly string[] {
  return toldOf(group).findings[index]?.commands ?? [];
}

function inCommon(values: readonly unknown[], names: Names): unknown {
  const [first, ...others] = values;
  if (others.every((other) => sameJson(first, other))) return first;
  if (typeof first === 'string') return names.reduce((text, [name, stands]) => text.replaceAll(name, stands), first);
  const inside = (key: string) =>
    inCommon(
      values.map((value) => (value as Readonly<Record<string, unknown>>)?.[key]),
      names,
    );
  if (Array.isArray(first)) return first.map((_, index) => inside(String(index)));
  return isMap(first) ? Object.fromEntries(Object.keys(first).map((key) => [key, inside(key)])) : first;
}

/** One that several changes need, such as to apply the file of all, is the last of them. */
function eachOnce(commands: readonly string[]): readonly string[] {
  return commands.filter((command, index) => commands.lastIndexOf(command) === index);
}
