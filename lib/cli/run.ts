import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KubernetesObject } from '../manifest/kubernetes-object';
import { loadManifests } from '../manifest/load';
import { ManifestError } from '../manifest/manifest-error';
import { RULES } from '../policy/registry';
import type { Rule } from '../policy/rule';
import { type CheckArguments, parseCommand } from './arguments';
import { jsonReport } from './json-report';
import { judgeManifests } from './judge-manifests';
import { summarize } from './report';
import { sarifReport } from './sarif-report';
import { textReport } from './text-report';
import { USAGE } from './usage';
import { UsageError } from './usage-error';

/** What a command prints, and how it ends. */
export interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a command depends on beside its words. */
export interface Surroundings {
  /** Such as `2026-11-22`. */
  readonly today: string;
  /** Whether the output is for a terminal that shows colors. */
  readonly colored: boolean;
  /** @default - every rule of the gate */
  readonly rules?: readonly Rule[];
}

/** Carries out a command line; nothing that its input can be makes it throw. */
export function run(words: readonly string[], surroundings: Surroundings): Outcome {
  try {
    const command = parseCommand(words);
    if (command.name === 'help') return { exitCode: 0, stdout: USAGE, stderr: '' };
    if (command.name === 'version') return { exitCode: 0, stdout: `${version()}\n`, stderr: '' };
    return check(command.check, surroundings);
  } catch (error) {
    return { exitCode: 1, stdout: '', stderr: `${describe(error)}\n` };
  }
}

function check(args: CheckArguments, { today, colored, rules = RULES }: Surroundings): Outcome {
  const { manifests, leftOut } = loadManifests(args.paths);
  const report = {
    environments: judgeManifests(manifests, { ...args, definitions: definitionsIn(args.crds) }, { today, rules }),
    leftOut,
  };
  const { errors, objects } = summarize(report);
  if (objects === 0) throw new UsageError(`${args.paths.join(', ')}: no Kubernetes object found: name other files`);
  return { exitCode: errors > 0 ? 2 : 0, stdout: render(), stderr: '' };

  function render(): string {
    if (args.format === 'json') return jsonReport(report);
    return args.format === 'sarif' ? sarifReport(report, version(), rules) : textReport(report, colored);
  }
}

function definitionsIn(paths: readonly string[]): readonly KubernetesObject[] {
  const resources = loadManifests(paths).manifests.flatMap((manifest) => manifest.resources);
  return resources.map(({ object }) => object).filter(({ kind }) => kind === 'CustomResourceDefinition');
}

/** The version in the package's own package.json, which is two folders up in the sources and in the package. */
function version(): string {
  const { version: text } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as {
    version: string;
  };
  return text;
}

function describe(error: unknown): string {
  if (error instanceof ManifestError || error instanceof UsageError) return error.message;
  const [reason] = String(error instanceof Error ? error.message : error).split('\n');
  return `slipway has failed, which is a mistake of its own (${reason}): please report it with the manifests`;
}
