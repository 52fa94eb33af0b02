import { flatMap } from '../../manifest/flat-map';
import { describeSelector, matches } from '../../manifest/references/label-selector';
import { withoutControllerLabels } from '../../manifest/references/controller-labels';
import { ResourceIndex } from '../../manifest/references/resource-index';
import { selectors } from '../../manifest/references/selectors';
import { PRODUCTION_WARNING, type Rule } from '../rule';

/** Pods should be spread by where those like them are. */
export const spreadSelectsOwnPods: Rule = {
  id: 'spread-selects-own-pods',
  severity: PRODUCTION_WARNING,
  group: 'references',
  what: 'The labelSelector of a topology spread constraint should match the labels of the pods that it spreads.',
  why: 'The scheduler counts other pods, so that all of these may land on one node.',
  remedy: "correct the selector, or the labels of the pods' template",
  link: 'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/#topologyspreadconstraints-field',
  check: (resources) =>
    flatMap(ResourceIndex.of(resources).pods, ({ resource, labels }) =>
      selectors(resource)
        .filter(({ role, selector }) => role === 'spread' && !matches(withoutControllerLabels(selector), labels))
        .map(({ path, selector }) => ({
          resource,
          path,
          message: `the pods themselves do not have ${describeSelector(selector)}`,
        })),
    ),
};
