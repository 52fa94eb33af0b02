import { loadManifests } from '../manifest/load';
import { RULES } from '../policy/registry';
import type { CheckArguments } from './arguments';
import { loadDefinitions } from '../manifest/custom/load-definitions';
import { jsonReport } from './json-report';
import { judgeManifests } from './judge-manifests';
import { summarize } from './report';
import { sarifReport } from './sarif-report';
import type { Outcome, Surroundings } from './surroundings';
import { textReport } from './text-report';
import { UsageError } from './usage-error';
import { version } from './version';

/** Carries out `slipway check`. */
export function check(args: CheckArguments, { today, colored, folder, rules = RULES }: Surroundings): Outcome {
  const { manifests, leftOut } = loadManifests(args.paths);
  const report = {
    environments: judgeManifests(manifests, { ...args, definitions: loadDefinitions(args.crds) }, { today, rules }),
    leftOut,
  };
  const { errors, objects } = summarize(report);
  if (objects === 0)
    throw new UsageError(`${args.paths.map(nameOf).join(', ')}: no Kubernetes object found: name other files`);
  return { exitCode: errors > 0 ? 2 : 0, stdout: render(), stderr: '' };

  function render(): string {
    if (args.format === 'json') return jsonReport(report);
    return args.format === 'sarif'
      ? sarifReport(report, { version: version(), rules, folder })
      : textReport(report, colored);
  }
}

function nameOf(path: string): string {
  return path === '-' ? 'the standard input' : path;
}
