import { safeSysctls as check } from '../../manifest/pod-security/checks/safe-sysctls';
import { podSecurityRule } from '../pod-security-rule';

/** A pod must change only kernel settings that are safe. */
export const safeSysctls = podSecurityRule(check, {
  what: 'A pod must change only kernel settings that are safe.',
  why: 'Others are not separated between pods: they change the node for everybody, and most nodes refuse the pod.',
  remedy: 'leave it to whoever runs the nodes, or use a setting that is safe in the target version',
});
