import { quoted } from '../application/quoted';

/** The greatest user or group number. */
const GREATEST = 2 ** 31 - 1;

/** What is wrong with the number of a user or a group. */
export function identityProblem(what: string, id: unknown): string | undefined {
  if (id === 0) return `${what} is 0, which is root: use another number`;
  if (!Number.isInteger(id) || Number(id) < 0) {
    return `${what} is ${quoted(id)}: use the number, as the node does not know names`;
  }
  return Number(id) > GREATEST ? `${what} is ${id}: use a number up to ${GREATEST}` : undefined;
}
