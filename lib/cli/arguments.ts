import { parseExternal } from '../manifest/external';
import type { ExternalReference, Target } from '../manifest/target';
import { oneOf, parseWords, refuseUnknownVersion } from './options';
import { parsePlanArguments, type PlanArguments } from './plan/arguments';
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
  | { readonly name: 'help'; readonly of?: 'plan' }
  | { readonly name: 'version' }
  | { readonly name: 'check'; readonly check: CheckArguments }
  | { readonly name: 'plan'; readonly plan: PlanArguments };

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
  if (words[0] === 'plan') return parsePlan(words.slice(1));
  const { values, positionals } = parseWords(words, OPTIONS, 'slipway --help');
  if (values.help || words.length === 0) return { name: 'help' };
  if (positionals[0] === 'help') return positionals[1] === 'plan' ? { name: 'help', of: 'plan' } : { name: 'help' };
  if (values.version) return { name: 'version' };
  const [command, ...paths] = positionals;
  if (command !== 'check')
    throw new UsageError(`there is no command '${command ?? ''}': write slipway check <files>, or slipway plan`);
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

function parsePlan(words: readonly string[]): Command {
  if (words.includes('--help') || words.includes('-h') || words[0] === 'help') return { name: 'help', of: 'plan' };
  return { name: 'plan', plan: parsePlanArguments(words) };
}

function externalOf(text: string): ExternalReference {
  const reference = parseExternal(text);
  if (reference) return reference;
  throw new UsageError(
    `--external is '${text}': write kind/name or kind/namespace/name with the kind as in manifests, such as Secret/tls, and =key,key for the keys of a Secret or ConfigMap`,
  );
}
