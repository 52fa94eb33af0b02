import { spawnSync } from 'node:child_process';

/** How a command ended. */
export interface Ended {
  readonly exitCode: number | null;
  readonly output: string;
}

/** Runs a command to its end. */
export function command(program: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Ended {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', env, maxBuffer: 2 ** 28 });
  if (error) throw error;
  return { exitCode: status, output: stdout + stderr };
}
