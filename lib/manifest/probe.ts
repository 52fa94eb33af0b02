import { fieldAt } from './fields';

/** For how many seconds a probe may fail until it counts. */
export function patienceOf(probe: unknown): number {
  return numberAt(probe, 'periodSeconds', 10) * numberAt(probe, 'failureThreshold', 3);
}

/** For how many seconds a container may start until a probe fails for good. */
export function startOf(probe: unknown): number {
  return numberAt(probe, 'initialDelaySeconds', 0) + patienceOf(probe);
}

/** What a probe asks, as text that is the same for the same question. */
export function questionOf(probe: unknown): string {
  return JSON.stringify(
    ['httpGet', 'tcpSocket', 'exec', 'grpc'].map((action) => {
      const question = fieldAt(probe, action);
      return typeof question === 'object'
        ? Object.entries(question!).toSorted(([a], [b]) => (a < b ? -1 : 1))
        : question;
    }),
  );
}

function numberAt(probe: unknown, field: string, otherwise: number): number {
  const value = fieldAt(probe, field);
  return typeof value === 'number' ? value : otherwise;
}
