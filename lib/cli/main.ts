import { run } from './run';

/** Carries out the command line of this process. */
export function main(): void {
  const { env, stdout, stderr, argv } = process;
  const colored = stdout.isTTY && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';
  const outcome = run(argv.slice(2), { today: new Date().toISOString().slice(0, 10), colored });
  // Whoever reads the output may stop early, as head does.
  stdout.on('error', () => {});
  stderr.write(outcome.stderr);
  stdout.write(outcome.stdout);
  process.exitCode = outcome.exitCode;
}
