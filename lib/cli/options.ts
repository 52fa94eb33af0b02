import { parseArgs, type ParseArgsConfig } from 'node:util';
import { minorVersion, NEWEST_KUBERNETES, OLDEST_KUBERNETES } from '../application/version';
import { UsageError } from './usage-error';

/**
 * Reads the words of a command.
 *
 * @throws UsageError for an option that the command does not have
 */
export function parseWords<T extends NonNullable<ParseArgsConfig['options']>>(
  words: readonly string[],
  options: T,
): ReturnType<typeof parseArgs<{ args: string[]; options: T; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    const [reason] = (error as Error).message.split(/\.\s/);
    throw new UsageError(`${reason}: see slipway --help`, { cause: error });
  }
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
