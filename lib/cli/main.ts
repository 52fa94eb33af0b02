import { run } from './run';
import { terminalOf } from './terminal';

/** Carries out the command line of this process. */
export function main(): void {
  const { env, stdout, stderr, argv } = process;
  const today = new Date().toISOString().slice(0, 10);
  const outcome = run(argv.slice(2), { today, folder: process.cwd(), ...terminalOf(env, stdout) });
  // Whoever reads the output may stop early, as head does.
  stdout.on('error', () => {});
  stderr.write(outcome.stderr);
  stdout.write(outcome.stdout);
  process.exitCode = outcome.exitCode;
}
