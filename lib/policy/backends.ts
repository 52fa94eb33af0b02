import { hasPort, servicePorts } from '../manifest/references/ports';
import { type MadeReference, ResourceIndex } from '../manifest/references/resource-index';
import type { Resource } from '../manifest/resource';
import type { Target } from '../manifest/target';
import { missingReferences } from './missing-references';
import type { Violation } from './rule';

/** References to Services that are not there, or lack the port. */
export function missingBackends(
  resources: readonly Resource[],
  target: Target,
  concerns: (resource: Resource) => boolean,
): readonly Violation[] {
  const index = ResourceIndex.of(resources);
  const missing = missingReferences('Service', resources, target, ({ resource }) => concerns(resource));
  const closed = index
    .referencesTo('Service')
    .filter(({ resource }) => concerns(resource))
    .flatMap((reference) => missingPort(reference, index));
  return [...missing, ...closed];
}

function missingPort(reference: MadeReference, index: ResourceIndex): readonly Violation[] {
  const { resource, port, name, group } = reference;
  const service = group === '' ? index.find(reference)?.resource : undefined;
  if (!service || !port || hasPort(service, reference)) return [];
  const known = servicePorts(service).join(', ') || 'none';
  return [{ resource, path: port.path, message: `Service '${name}' has no port '${port.value}' (it has ${known})` }];
}
