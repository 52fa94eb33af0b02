import { textAt } from '../../manifest/fields';
import { podsOf } from '../../manifest/pods';
import type { Rule } from '../rule';

const LABEL = 'app.kubernetes.io/name';

/** One label is asked for; a version in a selector or a pod would restart everything with each release. */
export const requireRecommendedLabels: Rule = {
  id: 'require-recommended-labels',
  severity: { development: 'off', production: 'note' },
  group: 'metadata',
  what: 'A workload must say which application it is, by the label that tools agree on.',
  why: 'Dashboards and scripts group objects by it.',
  remedy: `label it ${LABEL}: <the name of the application>`,
  link: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/',
  check: (resources) =>
    podsOf(resources)
      .filter(({ resource }) => textAt(resource.object, 'metadata', 'labels', LABEL) === undefined)
      .map(({ resource }) => ({ resource, path: 'metadata.labels', message: `it has no label ${LABEL}` })),
};
