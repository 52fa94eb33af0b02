import { ManifestError } from '../../manifest/manifest-error';
import { describeResource, type Resource, resourceId } from '../../manifest/resource';
import { lineOf } from '../../manifest/source-file';
import { identityOf } from '../../plan/identity';
import { sameJson } from '../../plan/update/same-json';

/**
 * Refuses two manifests of one object that say different things, as no plan can be true for both: which one counts depends
 * on the order of files, and no tool need follow that of kubectl.
 *
 * @param resources those of one environment
 * @throws ManifestError with both places of each
 */
export function refuseDuplicates(resources: readonly Resource[], environment: string | undefined): void {
  const seen = new Map<string, Resource>();
  const problems = resources.flatMap((resource) => {
    const id = resourceId(resource.object);
    const first = seen.get(identityOf(id));
    if (!first) seen.set(identityOf(id), resource);
    if (!first || sameJson(first.object, resource.object)) return [];
    return [
      `${placeOf(resource)}: ${describeResource(id)} is at ${placeOf(first)} too, and is not the same there: ${remedyIn(environment)}`,
    ];
  });
  if (problems.length > 0) throw new ManifestError(problems);
}

function remedyIn(environment: string | undefined): string {
  return environment === undefined
    ? 'remove one of the two; or, if they are for different environments, plan the folder of each by itself'
    : 'remove one of the two';
}

function placeOf({ origin }: Resource): string {
  if (!('file' in origin)) return origin.constructPath;
  const line = lineOf(origin);
  return line === undefined ? origin.file : `${origin.file}:${line}`;
}
