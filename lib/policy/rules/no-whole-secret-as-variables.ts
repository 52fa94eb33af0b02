import { wholeSecretsOf } from '../../manifest/secret-uses';
import { flatMap } from '../../manifest/flat-map';
import { containersOf } from '../../manifest/pods';
import { checkEachPod } from '../each-pod';
import { type Rule, WARNING } from '../rule';

/**
 * Files are safer than variables, but most programs read variables only, so a single one is no finding; all keys of a
 * Secret at once are.
 */
export const noWholeSecretAsVariables: Rule = {
  id: 'no-whole-secret-as-variables',
  severity: WARNING,
  group: 'secrets',
  what: 'A container must not get every key of a Secret as a variable.',
  why: 'A key that is added for somebody else reaches this container too, its child processes and its crash reports.',
  remedy: 'name the keys that the program needs, with env and secretKeyRef, or mount them as files',
  link: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/#restrict-secret-access-to-specific-containers',
  ...checkEachPod((pod) =>
    flatMap(containersOf(pod), (described) =>
      wholeSecretsOf(described).map(({ secret, path }) => ({
        resource: pod.resource,
        path,
        container: described.name,
        message: `all keys of the Secret ${secret} become variables`,
      })),
    ),
  ),
};
