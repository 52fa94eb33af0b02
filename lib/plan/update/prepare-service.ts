import type { Fields } from '../../manifest/fields';
import type { KubernetesObject } from '../../manifest/kubernetes-object';
import { isMap } from '../../manifest/pods';
import { ALLOCATED_PORT, isAllocated } from './allocated';
import type { Prepared } from './prepared';
import { sameJson } from './same-json';
import { keepAddresses, withAddresses } from './service-addresses';
import { dropTypeDependent, isHealthChecked, keepNodePorts } from './service-type';

const ALLOCATED = new Set(['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy', 'healthCheckNodePort']);

/**
 * What the API server makes of a changed Service before it judges it: it keeps what it has allocated, and drops what only
 * the old type needed. What nobody has written is there as a placeholder, and is not in what is stored.
 */
export function prepareService(live: KubernetesObject, merged: KubernetesObject): Prepared {
  const [old, now] = [live.spec, merged.spec];
  if (!isMap(old) || !isMap(now)) return { before: live, after: merged, stored: merged };
  const before = withHealthPort(withAddresses(old));
  const kept = withHealthPort(keepNodePorts(before, keepAddresses(before, now)), before);
  const after = dropTypeDependent(before, kept);
  return {
    before: { ...live, spec: before },
    after: { ...merged, spec: after },
    stored: { ...merged, spec: asWritten(after, before, old) },
  };
}

function withHealthPort(spec: Fields, before?: Fields): Fields {
  if (spec.healthCheckNodePort !== undefined || !isHealthChecked(spec)) return spec;
  const known = before && isHealthChecked(before) ? before.healthCheckNodePort : ALLOCATED_PORT;
  return { ...spec, healthCheckNodePort: known };
}

/** Leaves out what was allocated: a field that stays is there if the old object says it. */
function asWritten(after: Fields, before: Fields, old: Fields): Fields {
  const entries = Object.entries(after).flatMap(([field, value]) => {
    if (!ALLOCATED.has(field)) return [[field, value] as const];
    const stored = sameJson(value, before[field]) ? old[field] : value;
    return stored === undefined || isAllocated(stored) ? [] : [[field, stored] as const];
  });
  return Object.fromEntries(entries);
}
