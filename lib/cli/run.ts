import { stripVTControlCharacters } from 'node:util';
import { ManifestError } from '../manifest/manifest-error';
import { printableLines } from '../manifest/printable';
import { parseCommand } from './arguments';
import { PLAN_USAGE } from './plan/usage';
import type { Outcome, Surroundings } from './surroundings';
import { USAGE } from './usage';
import { UsageError } from './usage-error';
import { version } from './version';

/** Carries out a command line; nothing that its input can be makes it throw. */
export function run(words: readonly string[], surroundings: Surroundings): Outcome {
  try {
    const command = parseCommand(words);
    if (command.name === 'help') return { exitCode: 0, stdout: command.of === 'plan' ? PLAN_USAGE : USAGE, stderr: '' };
    if (command.name === 'version') return { exitCode: 0, stdout: `${version()}\n`, stderr: '' };
    if (command.name === 'plan') return planCommand().plan(command.plan, surroundings);
    return checkCommand().check(command.check, surroundings);
  } catch (error) {
    // A program that has failed may have written in colors.
    return { exitCode: 1, stdout: '', stderr: `${printableLines(stripVTControlCharacters(describe(error)))}\n` };
  }
}

/** Each command is loaded when it is wanted: the rules of the other would be half of the time until it starts. */
const planCommand = () => require('./plan/command') as typeof import('./plan/command');
const checkCommand = () => require('./check') as typeof import('./check');

function describe(error: unknown): string {
  if (error instanceof ManifestError || error instanceof UsageError) return error.message;
  const [reason] = String(error instanceof Error ? error.message : error).split('\n');
  return `slipway has failed, which is a mistake of its own (${reason}): please report it with the manifests`;
}
