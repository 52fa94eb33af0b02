import { run } from './run';

/** Carries out the command line of this process. */
export function main(): void {
  const { env, stdout, stderr, argv } = process;
  const colored = stdout.isTTY && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';
  const unicode = env.TERM !== 'dumb' && isUnicode(env.LC_ALL || env.LC_CTYPE || env.LANG);
  const today = new Date().toISOString().slice(0, 10);
  const outcome = run(argv.slice(2), { today, colored, unicode, width: stdout.columns, folder: process.cwd() });
  // Whoever reads the output may stop early, as head does.
  stdout.on('error', () => {});
  stderr.write(outcome.stderr);
  stdout.write(outcome.stdout);
  process.exitCode = outcome.exitCode;
}

/** Whether a locale such as `de_DE.UTF-8` can show any character; systems that name none can. */
function isUnicode(locale: string | undefined): boolean {
  return locale === undefined || /utf-?8/i.test(locale);
}
