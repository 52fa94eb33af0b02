import type { IConstruct } from 'constructs';
import { addProblem } from './problem';

/**
 * An id that nothing else in the scope has. Where the one that is asked for is taken, that is reported, and the construct
 * goes on under another, so that all mistakes are shown.
 */
export function freeId(scope: IConstruct, id: string): string {
  const existing = scope.node.tryFindChild(id);
  if (!existing) return id;
  addProblem(existing, `the id is taken in '${scope.node.id}' already: give one of the two another one`);
  let count = 2;
  while (scope.node.tryFindChild(`${id}-${count}`)) count++;
  return `${id}-${count}`;
}
