import { safeSelinuxOptions as check } from '../../manifest/pod-security/checks/safe-selinux-options';
import { podSecurityRule } from '../pod-security-rule';

/** A container must not choose a SELinux type, user or role of its own. */
export const safeSelinuxOptions = podSecurityRule(check, {
  what: 'A container must not choose a SELinux type, user or role of its own.',
  why: 'Another type, such as spc_t, lifts the separation between containers, and between them and the node.',
  remedy:
    'leave out seLinuxOptions, or use one of the types for containers: container_t, container_init_t, container_kvm_t',
});
