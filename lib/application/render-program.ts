import type { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Finding } from '../manifest/finding';
import { collectResources, outermostCharts } from '../synth/collect';
import { header } from '../synth/header';
import { InputError } from '../synth/input-error';
import type { Check, RenderedManifest, Rendering } from '../synth/rendering';
import { groupMistakes, SynthesisError } from '../synth/synthesis-error';
import { stringify } from '../synth/yaml';
import { targetOf } from './environment';
import { EnvironmentScope } from './environment-scope';
import { externalsOf } from './external';
import { instructionsOf } from './instruction';
import { problemsOf } from './problem';

/** Renders every environment of a program; throws all its mistakes at once, or else all findings of error level. */
export function renderProgram(program: Construct, checks: readonly Check[]): Rendering {
  const scopes = program.node.children.filter((child) => child instanceof EnvironmentScope);
  refuseMistakes(program, scopes);
  const files = scopes.flatMap(renderEnvironment);
  const findings = scopes.flatMap((scope) => judge(scope, files, checks));
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new SynthesisError([], errors);
  const environments = scopes.map((scope) => ({
    name: scope.node.id,
    context: scope.environment.context,
    instructions: instructionsOf(scope),
  }));
  return { environments, files, findings };
}

function refuseMistakes(program: Construct, scopes: readonly EnvironmentScope[]): void {
  const outside = program.node.children
    .filter((child) => !(child instanceof EnvironmentScope))
    .map(({ node }) => `${node.id}: is in no environment: create it in program.environment(…)`);
  const mistakes = [
    ...outside.map((message) => ({ environment: '', message })),
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

function renderEnvironment(scope: EnvironmentScope): RenderedManifest[] {
  try {
    return outermostCharts(scope).map((chart) => renderChart(scope, chart));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new SynthesisError([{ environments: [scope.node.id], message: error.message }]);
  }
}

function renderChart({ environment }: EnvironmentScope, chart: Chart): RenderedManifest {
  const application = chart.node.id;
  const resources = collectResources(chart, environment.name);
  const target = targetOf(environment);
  const objects = resources.map(({ object }) => object);
  const external = [...target.external, ...externalsOf(chart, objects)];
  const comment = header(application, environment.name, { ...target, external });
  const text = stringify(objects, comment);
  return {
    path: `${environment.name}/${application}.k8s.yaml`,
    text,
    environment: environment.name,
    application,
    resources,
  };
}

function judge(scope: EnvironmentScope, files: readonly RenderedManifest[], checks: readonly Check[]): Finding[] {
  const resources = files.filter(({ environment }) => environment === scope.node.id).flatMap((file) => file.resources);
  const target = targetOf(scope.environment);
  const objects = resources.map(({ object }) => object);
  const external = [...target.external, ...externalsOf(scope, objects)];
  return checks.flatMap((check) => check(resources, { ...target, external }));
}
