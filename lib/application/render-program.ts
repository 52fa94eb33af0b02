import type { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { formatHeader } from '../manifest/header';
import type { Resource } from '../manifest/resource';
import type { Target } from '../manifest/target';
import { judge, type Judgement } from '../policy/check';
import { RULES } from '../policy/registry';
import type { Rule } from '../policy/rule';
import { ruleProblems } from '../policy/rule-problems';
import { collectResources, outermostCharts } from '../synth/collect';
import { InputError } from '../synth/input-error';
import type { Check, RenderedManifest, Rendering } from '../synth/rendering';
import { groupMistakes, SynthesisError } from '../synth/synthesis-error';
import { stringify } from '../synth/yaml';
import { targetOf } from './environment';
import { EnvironmentScope } from './environment-scope';
import { externalsOf } from './external';
import { instructionsOf } from './instruction';
import { problemsOf } from './problem';

/** What a program is judged by beside the gate's own rules. */
export interface Gate {
  readonly rules: readonly Rule[];
  readonly checks: readonly Check[];
  /** The day, such as `2026-11-22`, on which acknowledgements may have expired. */
  readonly today: string;
}

/** Renders every environment of a program; throws all its mistakes at once, or else all findings of error level. */
export function renderProgram(program: Construct, gate: Gate): Rendering {
  const scopes = program.node.children.filter((child) => child instanceof EnvironmentScope);
  refuseMistakes(program, scopes, gate);
  const files = scopes.flatMap((scope) => renderEnvironment(scope, gate));
  const judgements = scopes.map((scope) => judgeEnvironment(scope, files, gate));
  const findings = judgements.flatMap((judgement) => judgement.findings);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new SynthesisError([], errors);
  const environments = scopes.map((scope) => ({
    name: scope.node.id,
    context: scope.environment.context,
    instructions: instructionsOf(scope),
  }));
  const acknowledged = judgements.flatMap((judgement) => judgement.acknowledged);
  return { environments, files, findings, acknowledged };
}

function refuseMistakes(program: Construct, scopes: readonly EnvironmentScope[], { rules }: Gate): void {
  const outside = program.node.children
    .filter((child) => !(child instanceof EnvironmentScope))
    .map(({ node }) => `${node.id}: is in no environment: create it in program.environment(…)`);
  const mistakes = [
    ...[...ruleProblems(rules, RULES), ...outside].map((message) => ({ environment: '', message })),
    ...scopes.flatMap((scope) =>
      [...problemsOf(scope), ...chartProblems(outermostCharts(scope))].map((message) => ({
        environment: scope.node.id,
        message,
      })),
    ),
  ];
  if (mistakes.length > 0) throw new SynthesisError(groupMistakes(mistakes));
}

/** Each chart becomes a file that is named after it. */
function chartProblems(charts: readonly Chart[]): readonly string[] {
  return [...new Set(charts.map(({ node }) => node.id))].flatMap((id) => {
    if (!/^[A-Za-z0-9]([-\w.]*\w)?$/.test(id)) {
      return [`${id}: is no file name: call the chart by letters, digits, '-', '_' and '.'`];
    }
    const paths = charts.filter(({ node }) => node.id === id).map(({ node }) => node.path);
    if (paths.length === 1) return [];
    return [
      `${id}: is the id of two charts (${paths.join(', ')}), and both would be written to ${id}.k8s.yaml: rename one`,
    ];
  });
}

function renderEnvironment(scope: EnvironmentScope, gate: Gate): RenderedManifest[] {
  try {
    return outermostCharts(scope).map((chart) => renderChart(scope, chart, gate));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new SynthesisError([{ environments: [scope.node.id], message: error.message }]);
  }
}

function renderChart({ environment }: EnvironmentScope, chart: Chart, { rules }: Gate): RenderedManifest {
  const application = chart.node.id;
  const resources = collectResources(chart, environment.name);
  const target = targetOf(environment);
  const objects = resources.map(({ object }) => object);
  const external = [...target.external, ...externalsOf(chart, objects)];
  const ids = rules.map(({ id }) => id);
  const header = { ...target, application, environment: environment.name, external, rules: ids };
  const text = stringify(objects, formatHeader(header));
  return {
    path: `${environment.name}/${application}.k8s.yaml`,
    text,
    environment: environment.name,
    application,
    resources,
  };
}

function judgeEnvironment(scope: EnvironmentScope, files: readonly RenderedManifest[], gate: Gate): Judgement {
  const resources = files.filter(({ environment }) => environment === scope.node.id).flatMap((file) => file.resources);
  const target = targetOf(scope.environment);
  const objects = resources.map(({ object }) => object);
  return judgeBy(gate, resources, { ...target, external: [...target.external, ...externalsOf(scope, objects)] });
}

function judgeBy({ rules, checks, today }: Gate, resources: readonly Resource[], target: Target): Judgement {
  const { findings, acknowledged } = judge(resources, target, { rules: [...RULES, ...rules], today });
  return { findings: [...findings, ...checks.flatMap((check) => check(resources, target))], acknowledged };
}
