import type { Rule } from '../rule';

/** A Secret with values in it would put them into git. */
export const noSecretValues: Rule = {
  id: 'no-secret-values',
  severity: 'error',
  what: 'A rendered Secret must not have data or stringData.',
  why: 'The manifests are committed: whoever reads the repository, its forks or a log of the pipeline reads the values.',
  remedy: 'refer to a Secret that exists in the cluster, with Credentials.fromExistingSecret, and create it there',
  link: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
  check: (resources) =>
    resources
      .filter(({ object }) => object.apiVersion === 'v1' && object.kind === 'Secret')
      .flatMap((resource) =>
        ['data', 'stringData']
          .filter((field) => Object.keys((resource.object[field] as object | undefined) ?? {}).length > 0)
          .map((path) => ({
            resource,
            path,
            message: `the Secret has values, with the ${describeKeys(resource.object[path])}`,
          })),
      ),
};

function describeKeys(values: unknown): string {
  const keys = Object.keys(values as object);
  return `${keys.length === 1 ? 'key' : 'keys'} ${keys.join(', ')}`;
}
