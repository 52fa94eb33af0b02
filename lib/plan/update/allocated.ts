import { type Fields, textAt, textsAt } from '../../manifest/fields';

/** A family of addresses. */
export type Family = 'IPv4' | 'IPv6';

/** Stands for an address that the cluster has chosen, of which nothing is known but its family. */
export function allocatedAddress(family: Family): string {
  return `(an allocated ${family} address)`;
}

/** Stands for a port that the cluster has chosen. */
export const ALLOCATED_PORT = '(an allocated port)';

/** Whether a value stands for one that the cluster has chosen. */
export function isAllocated(value: unknown): boolean {
  return Array.isArray(value)
    ? value.some(isAllocated)
    : typeof value === 'string' && value.startsWith('(an allocated');
}

/** The family of an address, written or allocated. */
export function familyOf(address: string): Family {
  return address.includes(':') || address === allocatedAddress('IPv6') ? 'IPv6' : 'IPv4';
}

/** The other family. */
export function otherFamily(family: string | undefined): Family {
  return family === 'IPv6' ? 'IPv4' : 'IPv6';
}

/** Whether a Service has no address of its own by intent. */
export function isHeadless(spec: Fields): boolean {
  return (textAt(spec, 'clusterIP') || textsAt(spec, 'clusterIPs')[0]) === 'None';
}
