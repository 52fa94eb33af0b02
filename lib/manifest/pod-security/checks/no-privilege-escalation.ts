import { fieldAt } from '../../fields';
import { eachContainer, type PodSecurityCheck } from '../check';
import { isWindows } from '../pod';

/** Privilege Escalation. */
export const privilegeEscalation: PodSecurityCheck = {
  id: 'no-privilege-escalation',
  level: 'restricted',
  evaluate: (pod) => {
    if (isWindows(pod)) return [];
    return eachContainer(pod, (container) => {
      const allowed = fieldAt(container, 'securityContext', 'allowPrivilegeEscalation');
      if (allowed === false) return undefined;
      const state = allowed === undefined ? 'does not forbid' : 'allows';
      return ['securityContext.allowPrivilegeEscalation', `${state} privilege escalation`];
    });
  },
};
