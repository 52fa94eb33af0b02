import type { RenderedEnvironment, RenderedManifest, Rendering } from './rendering';
import { shellWord } from './shell-word';
import { describeFinding, SynthesisError } from './synthesis-error';
import { WriteError, writeFiles, type WriteResult } from './write';

/**
 * Renders, writes what has changed and tells what was done and what to do next. A program with mistakes writes nothing
 * and ends with exit code 1; one that the gate refuses, with 2.
 */
export function publish(folder: string, render: () => Rendering): void {
  try {
    const rendering = render();
    const result = writeFiles(folder, rendering.files);
    for (const finding of rendering.findings) console.error(describeFinding(finding));
    console.log(report(folder, rendering, result));
  } catch (error) {
    if (!(error instanceof SynthesisError || error instanceof WriteError)) throw error;
    console.error(error.message);
    process.exitCode = error instanceof SynthesisError && error.findings.length > 0 ? 2 : 1;
  }
}

/** What was written, and the commands that apply it. */
export function report(folder: string, { environments, files, acknowledged }: Rendering, result: WriteResult): string {
  const written = files.map(
    (file) => `${folder}/${file.path} ${result.written.includes(file.path) ? 'written' : 'unchanged'}: ${count(file)}`,
  );
  const removed = result.removed.map(
    (path) => `${folder}/${path} removed: nothing renders it any more, but its objects are still in the cluster`,
  );
  const commands = environments.map((environment) => nextSteps(folder, environment));
  return [...written, ...removed, ...countAcknowledged(acknowledged), '', ...commands].join('\n');
}

function count({ resources }: RenderedManifest): string {
  const kinds = new Map<string, number>();
  for (const { object } of resources) kinds.set(object.kind, (kinds.get(object.kind) ?? 0) + 1);
  const list = [...kinds].map(([kind, number]) => `${number} ${kind}`).join(', ');
  return `${resources.length} objects (${list})`;
}

/** One line, or none: `3 findings acknowledged: require-replicas (2), services-are-internal (1)`. */
function countAcknowledged(findings: Rendering['acknowledged']): readonly string[] {
  if (findings.length === 0) return [];
  const ids = [...new Set(findings.map(({ rule }) => rule))].toSorted();
  const counts = ids.map((id) => `${id} (${findings.filter(({ rule }) => rule === id).length})`);
  return [`${findings.length} finding${findings.length === 1 ? '' : 's'} acknowledged: ${counts.join(', ')}`];
}

function nextSteps(folder: string, { name, context, instructions }: RenderedEnvironment): string {
  const option = context === undefined ? '' : ` --context ${shellWord(context)}`;
  return [
    `apply ${name}:`,
    `  kubectl apply --server-side${option} -f ${shellWord(`${folder}/${name}/`)}`,
    ...instructions.flatMap(({ title, command }) => [
      `  # ${title}`,
      ...command.split('\n').map((line) => `  ${line}`),
    ]),
  ].join('\n');
}
