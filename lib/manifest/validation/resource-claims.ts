import { type About, type Checks, exactlyOne, forbid, obey } from './check';
import { isDropped } from './features';
import type { Field } from './field';
import { dnsLabel } from './syntax';

/** Devices that pods claim. https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/ */
export const RESOURCE_CLAIM_CHECKS: Checks = {
  'core.v1.PodResourceClaim': (claim, { version }) => {
    if (isDropped('core.v1.PodSpec', 'resourceClaims', version)) return;
    exactlyOne(claim, ['resourceClaimName', 'resourceClaimTemplateName'], 'a source');
  },
  'resource.v1.DeviceRequest': (request) => {
    obey(request.get('name'), dnsLabel);
    exactlyOne(request, ['exactly', 'firstAvailable'], 'a device');
  },
  'resource.v1.ExactDeviceRequest': checkCount,
  'resource.v1.DeviceSubRequest': checkCount,
  'resource.v1.DeviceSelector': (selector) => {
    if (!selector.has('cel')) selector.get('cel').refuse('valid-object', 'is required');
  },
  'core.v1.ResourceRequirements': (resources, about) => {
    if (resources.has('claims')) checkClaims(resources, about);
  },
};

/** All devices have no number. */
function checkCount(request: Field): void {
  if (request.textOf('allocationMode') === 'All' && request.get('count').number)
    forbid(request.get('count'), 'with allocationMode: All');
}

/** A container's claims are among those of its pod, which has none of its own account. */
function checkClaims(resources: Field, { version }: About): void {
  if (isDropped('core.v1.ResourceRequirements', 'claims', version)) return;
  const claims = resources.get('claims');
  if (resources.parent?.has('containers')) return forbid(claims, 'for the pod as a whole');
  const pod = resources.parent?.parent?.parent;
  const known = new Set(
    pod
      ?.get('resourceClaims')
      .items()
      .map((claim) => claim.textOf('name')),
  );
  for (const claim of claims.items()) {
    const name = claim.textOf('name');
    if (name && !known.has(name)) claim.get('name').refuse('valid-object', `the pod has no resource claim "${name}"`);
  }
}
