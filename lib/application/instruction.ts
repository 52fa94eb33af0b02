import type { IConstruct } from 'constructs';
import type { Instruction } from '../synth/rendering';

const KEY = 'slipway:instruction';

interface Added {
  readonly instruction: Instruction;
  readonly needed: () => boolean;
}

/**
 * Has an instruction printed after the program is rendered.
 *
 * @param needed asked then @default - it is
 */
export function addInstruction(
  construct: IConstruct,
  instruction: Instruction,
  needed: () => boolean = () => true,
): void {
  construct.node.addMetadata(KEY, { instruction, needed });
}

/** The instructions of a part of the program. */
export function instructionsOf(scope: IConstruct): readonly Instruction[] {
  return scope.node
    .findAll()
    .flatMap((construct) => construct.node.metadata.filter(({ type }) => type === KEY).map(({ data }) => data as Added))
    .filter(({ needed }) => needed())
    .map(({ instruction }) => instruction);
}
