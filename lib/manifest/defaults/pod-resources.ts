import { canonicalQuantity } from '../canonical-quantity';
import { type Fields, mapsAt, textAt } from '../fields';
import { isMap } from '../pods';
import { Field } from '../validation/field';
import { requestOfAll } from '../validation/pod-resources';
import { change } from './fill';

const SHARED = ['cpu', 'memory'];

/**
 * A pod that is limited as a whole requests what its containers do, and where they request nothing, what it is limited to.
 * https://github.com/kubernetes/enhancements/blob/master/keps/sig-node/2837-pod-level-resource-spec/README.md
 */
export function withPodRequests(spec: Fields): Fields {
  return change(spec, 'resources', (resources) => {
    const { limits, requests } = resources;
    if (!isMap(limits) || Object.keys(limits).length === 0) return resources;
    return { ...resources, requests: { ...limits, ...requestsOfContainers(spec), ...(isMap(requests) && requests) } };
  });
}

function requestsOfContainers(spec: Fields): Fields {
  const containers = [...mapsAt(spec, 'containers'), ...mapsAt(spec, 'initContainers')];
  const requested = SHARED.flatMap((name): (readonly [string, string])[] => {
    const texts = containers.flatMap((container) => textAt(container, 'resources', 'requests', name) ?? []);
    if (texts.length === 0) return [];
    return [[name, quantityOf(requestOfAll(Field.root(spec, []), name), texts[0]!.endsWith('i'))]];
  });
  return Object.fromEntries(requested);
}

function quantityOf(thousandths: number, binary: boolean): string {
  const kibibytes = thousandths / 1000 / 1024;
  return canonicalQuantity(binary && Number.isInteger(kibibytes) ? `${kibibytes}Ki` : `${thousandths}m`);
}
