import type { ApplyTarget, PlanOptions } from '../../plan/options';
import { oneOf, parseWords, refuseUnknownVersion } from '../options';
import { UsageError } from '../usage-error';
import { assumptionsOf } from './assumptions';

const APPLY = ['either', 'server', 'client'] as const;
const TARGETS: readonly ApplyTarget[] = ['kubectl', 'kubectl-applyset', 'argocd', 'flux'];
const FORMATS = ['text', 'markdown', 'json'] as const;
const LEVELS = ['error', 'warning'] as const;

/** What `slipway plan` was asked to do. */
export interface PlanArguments extends Pick<PlanOptions, 'apply' | 'target' | 'assume'> {
  /** A git ref, a folder, a file, or `-`. @default - the committed manifests */
  readonly before?: string;
  /** A branch; the old manifests are those where the current one left it. */
  readonly base?: string;
  /** A git ref, a folder, a file, or `-`. @default - what the program renders now */
  readonly after?: string;
  /** A command that renders manifests, run in a copy of the repository at either ref. */
  readonly render?: string;
  /** The folder of the manifests in the repository. @default - the output folder of cdk8s.yaml, or else 'dist' */
  readonly path?: string;
  /** The environments to plan for; all if empty. */
  readonly environments: readonly string[];
  readonly kubernetes?: string;
  /** Files with CustomResourceDefinitions. */
  readonly crds: readonly string[];
  readonly format: (typeof FORMATS)[number];
  readonly showNoEffect: boolean;
  readonly failOn: (typeof LEVELS)[number];
}

const OPTIONS = {
  before: { type: 'string' },
  base: { type: 'string' },
  after: { type: 'string' },
  render: { type: 'string' },
  path: { type: 'string' },
  environment: { type: 'string', multiple: true },
  apply: { type: 'string' },
  target: { type: 'string' },
  kubernetes: { type: 'string' },
  assume: { type: 'string', multiple: true },
  crd: { type: 'string', multiple: true },
  format: { type: 'string' },
  show: { type: 'string' },
  'fail-on': { type: 'string' },
} as const;

/**
 * Understands the words after `slipway plan`.
 *
 * @throws UsageError with what to write instead
 */
export function parsePlanArguments(words: readonly string[]): PlanArguments {
  const { values, positionals } = parseWords(words, OPTIONS, 'slipway plan --help');
  const { before, base, after, render, path, kubernetes } = values;
  if (positionals.length > 0) {
    throw new UsageError(
      `plan does not know what '${positionals[0]}' is: write --before ${positionals[0]}, or --after`,
    );
  }
  if (before !== undefined && base !== undefined) {
    throw new UsageError(`--before ${before} and --base ${base} both say what was before: leave one out`);
  }
  if (before === '-' && after === '-') {
    throw new UsageError('--before - and --after - would both read the standard input: write one of them to a file');
  }
  if (kubernetes !== undefined) refuseUnknownVersion(kubernetes, '--kubernetes');
  return {
    before,
    base,
    after,
    render,
    path,
    kubernetes,
    environments: values.environment ?? [],
    apply: oneOf('--apply', values.apply, APPLY) ?? 'either',
    target: oneOf('--target', values.target, TARGETS) ?? 'kubectl',
    assume: assumptionsOf(values.assume ?? []),
    crds: values.crd ?? [],
    format: oneOf('--format', values.format, FORMATS) ?? 'text',
    showNoEffect: oneOf('--show', values.show, ['no-effect']) !== undefined,
    failOn: oneOf('--fail-on', values['fail-on'], LEVELS) ?? 'error',
  };
}
