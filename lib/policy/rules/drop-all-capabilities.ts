import { dropAllCapabilities as check } from '../../manifest/pod-security/checks/drop-all-capabilities';
import { podSecurityRule } from '../pod-security-rule';

/** A container must drop all capabilities, and may add NET_BIND_SERVICE only. */
export const dropAllCapabilities = podSecurityRule(check, {
  what: 'A container must drop all capabilities, and may add NET_BIND_SERVICE only.',
  why: "Container runtimes give every container some of root's powers, such as changing owners of files or forging packets.",
  remedy: "drop ['ALL'] and add NET_BIND_SERVICE at most; what needs more belongs in a namespace of the level baseline",
});
