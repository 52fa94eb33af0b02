import { mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Does something with a folder that is there only as long, also if somebody stops it meanwhile. */
export function withTemporaryFolder<T>(action: (folder: string) => T): T {
  const release = holdSignals();
  const folder = mkdtempSync(join(tmpdir(), 'slipway-plan-'));
  try {
    return action(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    release();
  }
}

/** Lets a signal end the process only when it is not at work any more; a command that it runs gets Ctrl-C by itself. */
function holdSignals(): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const handlers = signals.map((signal) => [signal, () => process.exit(128 + constants.signals[signal])] as const);
  for (const [signal, handler] of handlers) process.on(signal, handler);
  // A signal that has come meanwhile is delivered before this.
  return () => {
    setImmediate(() => {
      for (const [signal, handler] of handlers) process.off(signal, handler);
    });
  };
}
