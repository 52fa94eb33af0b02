import { mapsAt } from '../../manifest/fields';
import { ofKinds } from '../../manifest/kinds';
import { isMap } from '../../manifest/pods';
import { ERROR, type Rule } from '../rule';

/** A Secret with values in it would put them into git; one in a `List` too. */
export const noSecretValues: Rule = {
  id: 'no-secret-values',
  severity: ERROR,
  group: 'secrets',
  locked: true,
  what: 'A rendered Secret must not have data or stringData.',
  why: 'The manifests are committed: whoever reads the repository, its forks or a log of the pipeline reads the values.',
  remedy: 'refer to a Secret that exists in the cluster, with Credentials.fromExistingSecret, and create it there',
  link: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
  check: (resources) =>
    ofKinds(resources, mayHaveSecrets).flatMap((resource) =>
      [...secretsIn(resource.object, '')].flatMap(([secret, path]) =>
        ['data', 'stringData']
          .filter((field) => isMap(secret[field]) && Object.keys(secret[field]).length > 0)
          .map((field) => ({
            resource,
            path: `${path}${field}`,
            message: `the Secret has values, with the ${describeKeys(secret[field])}`,
          })),
      ),
    ),
};

function mayHaveSecrets(kind: unknown): boolean {
  return typeof kind === 'string' && (kind === 'Secret' || kind.endsWith('List'));
}

/** The Secrets that an object is or lists, each with the path that leads to it. */
function* secretsIn(
  object: Readonly<Record<string, unknown>>,
  path: string,
): Generator<readonly [Readonly<Record<string, unknown>>, string]> {
  if (object.apiVersion === 'v1' && object.kind === 'Secret') yield [object, path];
  if (typeof object.kind !== 'string' || !object.kind.endsWith('List')) return;
  for (const [index, item] of mapsAt(object, 'items').entries()) yield* secretsIn(item, `${path}items[${index}].`);
}

function describeKeys(values: unknown): string {
  const keys = Object.keys(values as object);
  return `${keys.length === 1 ? 'key' : 'keys'} ${keys.join(', ')}`;
}
