import type { KubernetesObject } from '../kubernetes-object';
import { loadManifests } from '../load';
import { ManifestError } from '../manifest-error';
import type { Resource } from '../resource';
import { definitionProblem } from './definition-problem';

/**
 * The CustomResourceDefinitions in files and folders; other objects in them are left out.
 *
 * @throws ManifestError with everything that is wrong with any of them, or if there is none
 */
export function loadDefinitions(paths: readonly string[]): readonly KubernetesObject[] {
  if (paths.length === 0) return [];
  const found = loadManifests(paths)
    .manifests.flatMap(({ resources }) => resources)
    .filter(({ object }) => object.kind === 'CustomResourceDefinition');
  const problems = found.flatMap(({ object, origin }) => {
    const problem = definitionProblem(object);
    return problem === undefined ? [] : [`${placeOf(origin)}: CustomResourceDefinition ${problem}`];
  });
  if (found.length === 0) {
    problems.push(`${paths.join(', ')}: has no CustomResourceDefinition: name the files that define the kinds`);
  }
  if (problems.length > 0) throw new ManifestError(problems);
  return found.map(({ object }) => object);
}

function placeOf(origin: Resource['origin']): string {
  return 'file' in origin
    ? `${origin.file}${origin.line === undefined ? '' : `:${origin.line}`}`
    : origin.constructPath;
}
