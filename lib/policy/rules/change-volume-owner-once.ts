import { claimVolumesOf } from '../../manifest/claims';
import { podSecurity } from '../../manifest/pod-security/pod';
import { checkPods } from '../each-container';
import { PRODUCTION_NOTE, type Rule } from '../rule';

/** A note, as a small volume does not notice. */
export const changeVolumeOwnerOnce: Rule = {
  id: 'change-volume-owner-once',
  severity: PRODUCTION_NOTE,
  group: 'storage',
  what: 'A pod with an fsGroup and a claim must change the owner of its files only where it is wrong.',
  why: 'Otherwise every start walks through all files of the volume, and opens files that the program had made private.',
  remedy: 'set securityContext.fsGroupChangePolicy of the pod to OnRootMismatch',
  link: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#configure-volume-permission-and-ownership-change-policy-for-pods',
  ...checkPods((pod, resources) => {
    if (podSecurity(pod, 'fsGroup') === undefined) return undefined;
    if (podSecurity(pod, 'fsGroupChangePolicy') === 'OnRootMismatch') return undefined;
    const [claim] = claimVolumesOf(resources, pod);
    if (!claim) return undefined;
    return [
      'securityContext.fsGroupChangePolicy',
      `every start changes the owner of all files of the claim ${claim.name}`,
    ];
  }),
};
