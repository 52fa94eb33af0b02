import { mapsAt } from '../../manifest/fields';
import type { DescribedPod } from '../../manifest/pods';
import { selectsAll } from '../../manifest/references/label-selector';
import { portsOf } from '../../manifest/references/ports';
import { namespaceOf } from '../../manifest/references/reference';
import { ResourceIndex } from '../../manifest/references/resource-index';
import { selectors } from '../../manifest/references/selectors';
import { type Resource, resourceId } from '../../manifest/resource';
import type { PlanRule } from '../rule';
import { attributed, type Attributed } from './common/attributed';
import { changeOf, sameIn } from './common/cluster';
import { mentioned } from './common/words';

/** Ports by number need not be declared, and are not judged. */
export const targetPortIsLost: PlanRule = {
  id: 'target-port-is-lost',
  what: 'A Service sends to a port by a name that the containers no longer have.',
  levels: ['error'],
  why: 'The Service has no endpoint for that port, and connections to it are refused.',
  link: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  find: attributed((whole) => {
    const { before, after } = whole;
    return after.flatMap((service): readonly Attributed[] => {
      const missing = missingPorts(service, after);
      if (missing.length === 0) return [];
      const old = sameIn(before, service);
      const known = old ? missingPorts(old, before) : [];
      const change = [service, ...selectedBy(service, after).map(({ resource }) => resource)]
        .map((each) => changeOf(whole, each))
        .find((each) => each !== undefined);
      if (!change) return [];
      const id = resourceId(service.object);
      const subject = change.id.kind === 'Service' ? 'it' : mentioned(id, change.id);
      return missing
        .filter((name) => !known.includes(name))
        .map((name) => {
          const message = `${subject} sends to port ${name}, which no container has any more`;
          const remedy = 'keep the name of the port; or let targetPort of the Service follow in the same change';
          return [change, { severity: 'error', message, remedy, risk: 'downtime' }];
        });
    });
  }),
};

function missingPorts(service: Resource, resources: readonly Resource[]): readonly string[] {
  const names = mapsAt(service.object, 'spec', 'ports').flatMap(({ targetPort }) =>
    typeof targetPort === 'string' && /\D/.test(targetPort) ? [targetPort] : [],
  );
  if (service.object.kind !== 'Service' || names.length === 0) return [];
  const pods = selectedBy(service, resources);
  const declared = new Set(pods.flatMap((pod) => portsOf(pod).map(({ name }) => name)));
  return pods.length === 0 ? [] : names.filter((name) => !declared.has(name));
}

function selectedBy(service: Resource, resources: readonly Resource[]): readonly DescribedPod[] {
  const selector = selectors(service).find(({ role }) => role === 'service')?.selector;
  if (!selector || selectsAll(selector)) return [];
  return ResourceIndex.of(resources).selectPods(namespaceOf(service), selector);
}
