import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The seconds that an action takes. */
export function secondsOf(action: () => void): number {
  const start = process.hrtime.bigint();
  action();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

/** What an action makes of a fresh folder, which is gone afterwards. */
export function inFolder<Result>(action: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-bench-'));
  try {
    return action(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The seconds that each action takes, the middle of several runs in turn, so that the ratio holds as speed drifts. */
export function inTurn(actions: readonly (() => void)[], runs: number): readonly number[] {
  const rounds = Array.from({ length: runs }, () => actions.map(secondsOf));
  return actions.map((_, index) => median(rounds.map((round) => round[index]!)));
}

/** The middle one of some values. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
