import { describeSelector, matches } from '../../manifest/references/label-selector';
import { selectors } from '../../manifest/references/selectors';
import { texts } from '../../manifest/references/workload-pods';
import { checkEachPod } from '../each-pod';
import { ERROR, type Rule } from '../rule';

/** A workload must select the pods that it creates. */
export const selectorMatchesTemplate: Rule = {
  id: 'selector-matches-template',
  severity: ERROR,
  group: 'references',
  what: "The selector of a workload must match the labels of its pods' template.",
  why: 'The API server refuses the workload, as it would create pods without end and find none of them.',
  remedy: 'give the template the labels of the selector; the selector of an object that exists cannot change',
  link: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector',
  ...checkEachPod(({ resource, labels }) =>
    selectors(resource)
      .filter(({ role, selector }) => role === 'workload' && !matches(selector, texts(labels)))
      .map(({ path, selector }) => ({
        resource,
        path,
        message: `the template does not have ${describeSelector(selector)}`,
      })),
  ),
};
