import { fieldAt, mapsAt, textAt, textsAt } from '../../manifest/fields';
import { ofKind } from '../../manifest/kinds';
import { ERROR, type Rule } from '../rule';

/** Before 1.36 the API server takes such a StatefulSet, and its controller fails to make the claims, again and again. */
export const completeClaimTemplate: Rule = {
  id: 'complete-claim-template',
  severity: ERROR,
  group: 'storage',
  what: 'A claim template must have a size and an access mode.',
  why: 'No pod of the StatefulSet can be created, and only an event says so.',
  remedy: 'set resources.requests.storage and accessModes in the template',
  link: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#volume-claim-templates',
  check: (resources) =>
    ofKind(resources, 'StatefulSet')
      .filter(({ object }) => object.apiVersion.startsWith('apps/'))
      .flatMap((resource) =>
        mapsAt(resource.object, 'spec', 'volumeClaimTemplates').flatMap((template) => {
          const path = `spec.volumeClaimTemplates[${textAt(template, 'metadata', 'name') ?? ''}].spec`;
          const size = fieldAt(template, 'spec', 'resources', 'requests', 'storage');
          return [
            ...(size === undefined
              ? [{ resource, path: `${path}.resources.requests.storage`, message: 'the template has no size' }]
              : []),
            ...(textsAt(template, 'spec', 'accessModes').length === 0
              ? [{ resource, path: `${path}.accessModes`, message: 'the template has no access mode' }]
              : []),
          ];
        }),
      ),
};
