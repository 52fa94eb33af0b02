import { parseArgs, type ParseArgsConfig } from 'node:util';
import { minorVersion, NEWEST_KUBERNETES, OLDEST_KUBERNETES } from '../application/version';
import { UsageError } from './usage-error';

/**
 * Reads the words of a command.
 *
 * @param help the command that lists the options
 * @throws UsageError for an option that the command does not have, or that is empty or there twice
 */
export function parseWords<T extends NonNullable<ParseArgsConfig['options']>>(
  words: readonly string[],
  options: T,
  help: string,
): ReturnType<typeof parseArgs<{ args: string[]; options: T; allowPositionals: true }>> {
  const given = parseArgs({ args: [...words], options, allowPositionals: true, strict: false, tokens: true });
  refuseStrange(
    given.tokens.flatMap((token) => (token.kind === 'option' ? [token] : [])),
    options,
  );
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    const [reason] = (error as Error).message.split(/\.\s/);
    throw new UsageError(`${reason}: see ${help}`, { cause: error });
  }
}

interface Token {
  readonly name: string;
  readonly value?: string;
}

/** Stops at an option that says nothing, and at one that says two things of which one would be forgotten. */
function refuseStrange(tokens: readonly Token[], options: NonNullable<ParseArgsConfig['options']>): void {
  tokens.forEach(({ name, value }, index) => {
    if (value === '') throw new UsageError(`--${name} is empty: write what it is to be, or leave it out`);
    const before = tokens.slice(0, index).find((token) => token.name === name);
    if (!before || options[name]?.type !== 'string' || options[name].multiple) return;
    throw new UsageError(`--${name} is there twice, as '${before.value ?? ''}' and '${value ?? ''}': leave one out`);
  });
}

/**
 * The value of an option that has only a few.
 *
 * @throws UsageError for another
 */
export function oneOf<T extends string>(
  option: string,
  value: string | undefined,
  allowed: readonly T[],
): T | undefined {
  if (value === undefined || (allowed as readonly string[]).includes(value)) return value as T | undefined;
  throw new UsageError(`${option} is '${value}': use ${allowed.join(', ')}`);
}

/** Stops at a version of Kubernetes that nothing is known of. */
export function refuseUnknownVersion(version: string, what: string): void {
  if (minorVersion(version) !== undefined) return;
  throw new UsageError(
    `${what} is '${version}', which is not a known minor version: use one from ${OLDEST_KUBERNETES} to ${NEWEST_KUBERNETES}`,
  );
}
