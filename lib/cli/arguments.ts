import { parseArgs } from 'node:util';
import { minorVersion, NEWEST_KUBERNETES, OLDEST_KUBERNETES } from '../application/version';
import { parseExternal } from '../manifest/external';
import type { ExternalReference, Target } from '../manifest/target';
import { UsageError } from './usage-error';

const FORMATS = ['text', 'json', 'sarif'] as const;
const LEVELS = ['privileged', 'baseline', 'restricted'] as const;
const PRESETS = ['development', 'production'] as const;

/** What `slipway check` was asked to do. */
export interface CheckArguments {
  readonly paths: readonly string[];
  readonly format: (typeof FORMATS)[number];
  /** What the options say of the clusters; it wins over the files. */
  readonly target: Partial<Pick<Target, 'kubernetes' | 'podSecurity' | 'preset'>>;
  readonly external: readonly ExternalReference[];
  /** Files with CustomResourceDefinitions. */
  readonly crds: readonly string[];
}

/** A command line understood. */
export type Command =
  { readonly name: 'help' } | { readonly name: 'version' } | { readonly name: 'check'; readonly check: CheckArguments };

const OPTIONS = {
  kubernetes: { type: 'string' },
  'pod-security': { type: 'string' },
  preset: { type: 'string' },
  external: { type: 'string', multiple: true },
  crd: { type: 'string', multiple: true },
  format: { type: 'string' },
  version: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/**
 * Understands a command line.
 *
 * @throws UsageError with what to write instead
 */
export function parseCommand(words: readonly string[]): Command {
  const { values, positionals } = parse(words);
  if (values.help || words.length === 0) return { name: 'help' };
  if (values.version) return { name: 'version' };
  const [command, ...paths] = positionals;
  if (command !== 'check') throw new UsageError(`there is no command '${command ?? ''}': write slipway check <files>`);
  if (paths.length === 0) throw new UsageError('check needs files or folders: write slipway check <files or folders>');
  const { kubernetes } = values;
  if (kubernetes !== undefined) refuseUnknownVersion(kubernetes, '--kubernetes');
  return {
    name: 'check',
    check: {
      paths,
      format: oneOf('--format', values.format, FORMATS) ?? 'text',
      target: {
        kubernetes,
        podSecurity: oneOf('--pod-security', values['pod-security'], LEVELS),
        preset: oneOf('--preset', values.preset, PRESETS),
      },
      external: (values.external ?? []).map(externalOf),
      crds: values.crd ?? [],
    },
  };
}

function externalOf(text: string): ExternalReference {
  const reference = parseExternal(text);
  if (reference) return reference;
  throw new UsageError(
    `--external is '${text}': write kind/name or kind/namespace/name, and =key,key for the keys of a Secret or ConfigMap`,
  );
}

/** Stops at a version of Kubernetes that the rules know nothing of. */
export function refuseUnknownVersion(version: string, what: string): void {
  if (minorVersion(version) !== undefined) return;
  throw new UsageError(
    `${what} is '${version}', which is not a known minor version: use one from ${OLDEST_KUBERNETES} to ${NEWEST_KUBERNETES}`,
  );
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const [reason] = (error as Error).message.split('. ');
    throw new UsageError(`${reason}: see slipway --help`, { cause: error });
  }
}

function oneOf<T extends string>(option: string, value: string | undefined, allowed: readonly T[]): T | undefined {
  if (value === undefined || (allowed as readonly string[]).includes(value)) return value as T | undefined;
  throw new UsageError(`${option} is '${value}': use ${allowed.join(', ')}`);
}
