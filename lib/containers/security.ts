import type { SecurityContext } from '../synth/kubernetes';
import type { ContainerSecurity } from './container-props';
import { type Names, unknownNames } from '../application/unknown-names';

const NAMES: Names<ContainerSecurity> = {
  readOnlyRootFilesystem: true,
  addCapabilities: true,
  allowPrivilegeEscalation: true,
  privileged: true,
};

/** A user and a group, by number. */
interface Identity {
  readonly user?: number;
  readonly group?: number;
}

/** A container's security context: what Pod Security "restricted" asks for, and an identity where it is not the pod's. */
export function renderSecurity(security: ContainerSecurity = {}, pod: Identity, own: Identity): SecurityContext {
  const { addCapabilities, readOnlyRootFilesystem = true, privileged } = security;
  const user = own.user ?? pod.user;
  const group = own.group ?? own.user ?? pod.group;
  return {
    runAsUser: user === pod.user ? undefined : user,
    runAsGroup: group === pod.group ? undefined : group,
    allowPrivilegeEscalation: security.allowPrivilegeEscalation ?? privileged ?? false,
    privileged,
    readOnlyRootFilesystem,
    capabilities: { drop: ['ALL'], add: addCapabilities },
  };
}

/** What is wrong with what a container may do. */
export function securityProblems(security: ContainerSecurity = {}): readonly string[] {
  const { addCapabilities = [], allowPrivilegeEscalation, privileged } = security;
  const problems = addCapabilities
    .filter((capability) => !/^(?!CAP_)[A-Z][A-Z_]*$/.test(capability))
    .map((capability) => {
      const suggestion = capability.toUpperCase().replace(/^CAP_/, '');
      return `security.addCapabilities has '${capability}', which is no capability: write it in capitals and without CAP_ (such as '${suggestion}')`;
    });
  if (allowPrivilegeEscalation === false && privileged) {
    problems.push(
      `security.allowPrivilegeEscalation is false, but a privileged container may do everything: remove one`,
    );
  }
  return [...unknownNames('security', security, NAMES), ...problems];
}
