import { defaultProcMount as check } from '../../manifest/pod-security/checks/default-proc-mount';
import { podSecurityRule } from '../pod-security-rule';

/** A container must mount /proc with the usual parts hidden. */
export const defaultProcMount = podSecurityRule(check, {
  what: 'A container must mount /proc with the usual parts hidden.',
  why: 'Unmasked, /proc tells about the kernel and lets a container change it.',
  remedy: 'leave out procMount',
});
