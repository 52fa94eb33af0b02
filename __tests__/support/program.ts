import { type KubernetesObject, type Program, SynthesisError } from '../../lib';
import { failure } from './render';

/** The objects of every file that a program renders, by path. */
export function filesOf(program: Program): Readonly<Record<string, readonly KubernetesObject[]>> {
  const { files } = program.render();
  return Object.fromEntries(files.map(({ path, resources }) => [path, resources.map(({ object }) => object)]));
}

/** The only object of a kind, or the one with this name, in all files of a program. */
export function objectOf(program: Program, kind: string, name?: string): KubernetesObject {
  const objects = Object.values(filesOf(program)).flat();
  const found = objects.filter(
    (object) => object.kind === kind && (name ?? object.metadata.name) === object.metadata.name,
  );
  if (found.length !== 1) throw new Error(`${found.length} objects are ${kind} ${name ?? ''}`);
  return found[0]!;
}

/** Why a program is refused. */
export function refusalOf(program: Program): SynthesisError {
  const error = failure(() => program.render());
  if (error instanceof SynthesisError) return error;
  throw error;
}

/** The mistakes of a program, each with the environments that it is in. */
export function mistakesOf(program: Program): readonly string[] {
  return refusalOf(program).mistakes.map(({ environments, message }) => `${environments.join(', ')}: ${message}`);
}
