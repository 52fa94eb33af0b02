import { fieldAt, mapsAt } from '../../manifest/fields';
import { isMap } from '../../manifest/pods';
import { nameOf, namespaceOf } from '../../manifest/references/reference';
import { ResourceIndex } from '../../manifest/references/resource-index';
import { texts } from '../../manifest/references/workload-pods';
import type { Resource } from '../../manifest/resource';
import { PRODUCTION_WARNING, type Rule, type Violation } from '../rule';

/** Two Services should not be the same but for their names. */
export const uniqueServiceSelector: Rule = {
  id: 'unique-service-selector',
  severity: PRODUCTION_WARNING,
  group: 'references',
  what: 'Two Services of a namespace should not have the same type, selector and ports.',
  why: 'Mostly one of them was copied and still leads to the pods of the other.',
  remedy: 'correct the selector of one of them, or remove it',
  link: 'https://kubernetes.io/docs/concepts/services-networking/service/',
  check: (resources) => {
    const index = ResourceIndex.of(resources);
    if (index.ofKind('Rollout', 'argoproj.io').length > 0) return [];
    const seen = new Map<string, Resource>();
    return index.ofKind('Service').flatMap((resource): Violation[] => {
      const meaning = meaningOf(resource);
      if (meaning === undefined) return [];
      const first = seen.get(meaning);
      if (!first) seen.set(meaning, resource);
      if (!first || nameOf(first) === nameOf(resource)) return [];
      return [{ resource, path: 'spec.selector', message: `leads to the same pods and ports as '${nameOf(first)}'` }];
    });
  },
};

/** Everything about a Service but its name. */
function meaningOf(resource: Resource): string | undefined {
  const spec = fieldAt(resource.object, 'spec');
  const selector = Object.entries(texts(fieldAt(spec, 'selector'))).toSorted();
  if (!isMap(spec) || selector.length === 0) return undefined;
  const ports = mapsAt(spec, 'ports').map(({ port, targetPort = port, protocol }) => [port, targetPort, protocol]);
  const { type = 'ClusterIP', clusterIP, publishNotReadyAddresses, sessionAffinity, trafficDistribution } = spec;
  const rest = [type, clusterIP === 'None', publishNotReadyAddresses, sessionAffinity, trafficDistribution];
  return JSON.stringify([namespaceOf(resource), selector, ports, rest]);
}
