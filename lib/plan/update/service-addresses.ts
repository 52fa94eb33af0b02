import { type Fields, fieldAt, textAt, textsAt } from '../../manifest/fields';
import { allocatedAddress, familyOf, isHeadless, otherFamily } from './allocated';
import { sameJson } from './same-json';

/**
 * The addresses of a Service, those that the cluster has chosen among them. Where nothing else is written, the first is
 * IPv4, as on nearly every cluster.
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/registry/core/service/storage/alloc.go (`initIPFamilyFields`)
 */
export function withAddresses(spec: Fields): Fields {
  if (spec.type === 'ExternalName') return spec;
  const ipFamilyPolicy = spec.ipFamilyPolicy ?? (isFree(spec) ? 'RequireDualStack' : 'SingleStack');
  const ipFamilies = familiesOf(spec, ipFamilyPolicy);
  const clusterIPs = addressesOf(spec, ipFamilies);
  return { ...spec, ipFamilyPolicy, ipFamilies, clusterIPs, clusterIP: textAt(spec, 'clusterIP') || clusterIPs[0] };
}

/**
 * The addresses of a Service after a change: what the new one does not say stays.
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/registry/core/service/storage/storage.go (`patchAllocatedValues`)
 */
export function keepAddresses(before: Fields, after: Fields): Fields {
  if (before.type === 'ExternalName' || after.type === 'ExternalName') return withAddresses(after);
  const clusterIP = textAt(after, 'clusterIP') || before.clusterIP;
  const written = textsAt(after, 'clusterIPs');
  const kept = written.length === 0 ? textsAt(before, 'clusterIPs') : written;
  const isFollowing = clusterIP !== before.clusterIP && sameJson(kept, before.clusterIPs);
  const ipFamilyPolicy = after.ipFamilyPolicy ?? before.ipFamilyPolicy;
  const patched: Fields = { ...after, clusterIP, clusterIPs: isFollowing ? [clusterIP] : kept, ipFamilyPolicy };
  const filled = withAddresses(ipFamilyPolicy === 'SingleStack' ? release(before, patched) : patched);
  return isReduced(before, patched) ? { ...filled, ipFamilies: patched.ipFamilies } : filled;
}

/** Giving up a family without asking for one alone is refused, and not made up for. */
function isReduced(before: Fields, after: Fields): boolean {
  const [old, now] = [textsAt(before, 'ipFamilies').length, textsAt(after, 'ipFamilies').length];
  return after.ipFamilyPolicy !== 'SingleStack' && now > 0 && now < old;
}

/** Asking for one family gives up the second address. */
function release(before: Fields, after: Fields): Fields {
  const [clusterIPs, ipFamilies] = (['clusterIPs', 'ipFamilies'] as const).map((field) => {
    const list = textsAt(after, field);
    return sameJson(list, before[field]) ? list.slice(0, 1) : list;
  });
  return { ...after, clusterIPs, ipFamilies };
}

/** A headless Service without a selector may have any families. */
function isFree(spec: Fields): boolean {
  return isHeadless(spec) && Object.keys(fieldAt(spec, 'selector') ?? {}).length === 0;
}

function familiesOf(spec: Fields, policy: unknown): readonly string[] {
  const written = textsAt(spec, 'ipFamilies');
  const addresses = textsAt(spec, 'clusterIPs').filter((address) => address !== 'None');
  const first = textAt(spec, 'clusterIP') || 'None';
  const known = addresses.length > 0 || first === 'None' ? addresses : [first];
  const families = [...written, ...known.slice(written.length).map(familyOf)];
  if (families.length === 0) families.push('IPv4');
  return policy === 'RequireDualStack' && families.length === 1 ? [...families, otherFamily(families[0])] : families;
}

function addressesOf(spec: Fields, families: readonly string[]): readonly string[] {
  if (isHeadless(spec)) return textsAt(spec, 'clusterIPs').length > 0 ? textsAt(spec, 'clusterIPs') : ['None'];
  const written = textsAt(spec, 'clusterIPs');
  const first = textAt(spec, 'clusterIP');
  const known = written.length === 0 && first ? [first] : written;
  return [
    ...known,
    ...families.slice(known.length).map((family) => allocatedAddress(family === 'IPv6' ? family : 'IPv4')),
  ];
}
