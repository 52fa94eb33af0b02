import { type Checks, forbid, unique } from './check';
import type { Field } from './field';
import { descendingPath } from './paths';

/** Users, privileges and profiles. */
export const SECURITY_CHECKS: Checks = {
  'core.v1.SecurityContext': checkSecurity,
  'core.v1.SeccompProfile': checkProfile,
  'core.v1.SeccompProfile.localhostProfile': descendingPath,
  'core.v1.AppArmorProfile': (profile) => {
    checkProfile(profile);
    const { text } = profile.get('localhostProfile');
    if (text !== undefined && text !== text.trim())
      profile.get('localhostProfile').refuse('valid-object', 'must not begin or end with a space');
  },
  'core.v1.PodSecurityContext': (security) => {
    for (const group of security.get('supplementalGroups').items()) {
      if (group.number !== undefined && (group.number < 0 || group.number >= 2 ** 31)) {
        group.refuse('valid-object', `must be between 0 and 2147483647, is ${group.number}`);
      }
    }
    unique(security.get('sysctls').items(), 'name');
  },
  'core.v1.Sysctl': (sysctl) => {
    const name = sysctl.get('name');
    const known = /^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$/;
    if (name.text && (name.text.length > 253 || !known.test(name.text)))
      name.refuse('valid-names', `is no name of a sysctl: ${name.text}`);
  },
};

/** A local profile needs its name, another one must not have one. */
function checkProfile(profile: Field): void {
  const local = profile.get('localhostProfile');
  const isLocal = profile.get('type').text === 'Localhost';
  if (isLocal && local.empty) local.refuse('valid-object', 'is required with type: Localhost');
  if (!isLocal) forbid(local, 'without type: Localhost');
}

function checkSecurity(security: Field): void {
  const escalates = security.get('allowPrivilegeEscalation').value;
  if (escalates === false && security.get('privileged').value === true) {
    security.refuse('valid-object', 'must not be privileged with allowPrivilegeEscalation: false');
  }
  if (escalates === false && security.at('capabilities', 'add').list.includes('CAP_SYS_ADMIN')) {
    security.refuse('valid-object', 'must not add CAP_SYS_ADMIN with allowPrivilegeEscalation: false');
  }
}
