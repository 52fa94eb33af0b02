import { fieldAt } from './fields';

/** For how many seconds a probe may fail until it counts. */
export function patienceOf(probe: unknown): number {
  return numberAt(probe, 'periodSeconds', 10) * numberAt(probe, 'failureThreshold', 3);
}

/** For how many seconds a container may start until a probe fails for good. */
export function startOf(probe: unknown): number {
  return numberAt(probe, 'initialDelaySeconds', 0) + patienceOf(probe);
}

/** Whether two probes ask the same. */
export function askTheSame(one: unknown, other: unknown): boolean {
  return ACTIONS.every((action) => isSame(fieldAt(one, action), fieldAt(other, action)));
}

const ACTIONS = ['httpGet', 'tcpSocket', 'exec', 'grpc'];

function isSame(question: unknown, other: unknown): boolean {
  if (question === undefined || other === undefined) return question === other;
  return textOf(question) === textOf(other);
}

/** A question as text that is the same for the same question. */
function textOf(question: unknown): string {
  if (typeof question !== 'object' || question === null) return JSON.stringify(question);
  return JSON.stringify(Object.entries(question).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function numberAt(probe: unknown, field: string, otherwise: number): number {
  const value = fieldAt(probe, field);
  return typeof value === 'number' ? value : otherwise;
}
