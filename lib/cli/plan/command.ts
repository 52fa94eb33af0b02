import { NEWEST_KUBERNETES } from '../../application/version';
import type { KubernetesObject } from '../../manifest/kubernetes-object';
import { readSources } from '../../manifest/load';
import type { ParsedDocuments } from '../../manifest/parse-documents';
import { makePlan } from '../../plan/make-plan';
import type { Plan } from '../../plan/plan';
import { exitCodeOf } from '../../plan/report/exit-code';
import { jsonReport } from '../../plan/report/json';
import { markdownReport } from '../../plan/report/markdown';
import { textReport } from '../../plan/report/text';
import { loadDefinitions } from '../../manifest/custom/load-definitions';
import { refuseUnknownVersion } from '../options';
import type { Outcome, Surroundings } from '../surroundings';
import { UsageError } from '../usage-error';
import type { PlanArguments } from './arguments';
import { refuseUnknownClaims } from './assumptions';
import { type EnvironmentChange, pairEnvironments } from './environments';
import { refuseDuplicates } from './refuse-duplicates';
import { findSides, type Side } from './sides';

/** Carries out `slipway plan`. */
export function plan(args: PlanArguments, surroundings: Surroundings): Outcome {
  const sides = findSides(args);
  const known: ParsedDocuments = new Map();
  const read = ({ root, sources }: Side) => ({ root, manifests: readSources(sources, known).manifests });
  const definitions = loadDefinitions(args.crds);
  const [before, after] = [read(sides.before), read(sides.after)];
  const all = [before, after].flatMap(({ manifests }) => manifests.flatMap(({ resources }) => resources));
  refuseUnknownClaims(args.assume, all, [sides.before.label, sides.after.label]);
  const plans = pairEnvironments(before, after, args.environments).map((change) => planOf(change, args, definitions));
  if (plans.every(({ changes, unchanged }) => changes.length + unchanged === 0)) {
    throw new UsageError(`${sides.before.label}, ${sides.after.label}: no Kubernetes object found in either`);
  }
  const labels = { before: sides.before.label, after: sides.after.label };
  return { exitCode: exitCodeOf(plans, args.failOn), stdout: render(), stderr: '' };

  function render(): string {
    if (args.format === 'json') return jsonReport(plans);
    const options = { ...labels, ...surroundings, showNoEffect: args.showNoEffect };
    return args.format === 'markdown' ? markdownReport(plans, options) : textReport(plans, options);
  }
}

function planOf(change: EnvironmentChange, args: PlanArguments, definitions: readonly KubernetesObject[]): Plan {
  const kubernetes = args.kubernetes ?? change.kubernetes ?? NEWEST_KUBERNETES;
  refuseDuplicates(change.after, change.environment);
  refuseUnknownVersion(kubernetes, `environment ${change.environment ?? ''}: kubernetes`);
  const { apply, target, assume } = args;
  return makePlan(change.before, change.after, { apply, target, assume, kubernetes, definitions }, change.environment);
}
