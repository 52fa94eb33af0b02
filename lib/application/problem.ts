import type { IConstruct } from 'constructs';

/**
 * Reports a mistake in the program. It is shown, with all others, when the program is rendered; nothing is written then.
 *
 * @param construct where the mistake is; its id opens the message
 * @param message the user's word, the value, the remedy: `scale.min (5) must not exceed scale.max (3): raise max`
 */
export function addProblem(construct: IConstruct, message: string): void {
  construct.node.addValidation({ validate: () => [message] });
}

/** The mistakes in a part of the program, each once, beginning with the name of the construct that it is about. */
export function problemsOf(scope: IConstruct): readonly string[] {
  const messages = scope.node
    .findAll()
    .flatMap((construct) => construct.node.validate().map((message) => `${construct.node.id}: ${message}`));
  return [...new Set(messages)];
}
