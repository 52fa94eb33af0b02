import { fieldAt } from '../../manifest/fields';
import { podOf } from '../../manifest/pods';
import { equalitySelector, matches, selectsAll } from '../../manifest/references/label-selector';
import { type MadeReference, ResourceIndex } from '../../manifest/references/resource-index';
import { texts } from '../../manifest/references/workload-pods';
import { missingReferences } from '../missing-references';
import type { Rule } from '../rule';

/** The Service that a StatefulSet names must give its pods their names. */
export const headlessServiceExists: Rule = {
  id: 'headless-service-exists',
  severity: { development: 'warning', production: 'error' },
  group: 'references',
  what: 'The serviceName of a StatefulSet must be a headless Service that selects its pods.',
  why: 'Without it, pods have no DNS names of their own, which members of a cluster find each other by.',
  remedy: 'name a Service with clusterIP: None and the selector of the pods; serviceName cannot change later',
  link: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#limitations',
  check: (resources, target) => {
    const index = ResourceIndex.of(resources);
    const missing = missingReferences('Service', resources, target, isGoverning);
    const unfit = index
      .referencesTo('Service')
      .filter(isGoverning)
      .flatMap((reference) => {
        const problem = problemOf(reference, index);
        return problem ? [{ resource: reference.resource, path: reference.path, message: problem }] : [];
      });
    return [...missing, ...unfit];
  },
};

function isGoverning({ path, resource }: MadeReference): boolean {
  return path === 'spec.serviceName' && resource.object.kind === 'StatefulSet';
}

function problemOf(reference: MadeReference, index: ResourceIndex): string | undefined {
  const service = index.find(reference)?.resource;
  if (!service) return undefined;
  const spec = fieldAt(service.object, 'spec');
  if (fieldAt(spec, 'clusterIP') !== 'None') return `Service '${reference.name}' is not headless`;
  const selector = equalitySelector(fieldAt(spec, 'selector'));
  const pod = podOf(reference.resource);
  if (!selector || !pod || selectsAll(selector) || matches(selector, texts(pod.labels))) return undefined;
  return `Service '${reference.name}' does not select its pods`;
}
