import { fieldAt, show } from '../../fields';
import { type Answer, eachContainer, type PodSecurityCheck } from '../check';

const TYPES: ReadonlySet<unknown> = new Set(['container_t', 'container_init_t', 'container_kvm_t']);

/** SELinux; the type `container_engine_t` is allowed from Kubernetes 1.31. */
export const safeSelinuxOptions: PodSecurityCheck = {
  id: 'safe-selinux-options',
  level: 'baseline',
  evaluate: (pod, { minor }) => {
    const ofContainers = eachContainer(pod, (container) =>
      optionsOf(container, minor)?.map(([field, option]): Answer => [field, `has the SELinux ${option}`]),
    );
    const ofPod = optionsOf(pod.spec, minor)?.map(([field, option]) => ({
      path: `${pod.path}.${field}`,
      message: `the pod has the SELinux ${option}`,
    }));
    return ofPod ? [...ofPod, ...ofContainers] : ofContainers;
  },
};

/** The options that a pod or a container must not have; `undefined` where it has no options at all. */
function optionsOf(owner: unknown, minor: number): readonly (readonly [field: string, option: string])[] | undefined {
  const options = fieldAt(owner, 'securityContext', 'seLinuxOptions');
  if (options === undefined) return undefined;
  return ['type', 'user', 'role'].flatMap((option) => {
    const value = fieldAt(options, option) ?? '';
    if (value === '' || (option === 'type' && isAllowed(value, minor))) return [];
    return [[`securityContext.seLinuxOptions.${option}`, `${option} ${show(value)}`] as const];
  });
}

function isAllowed(type: unknown, minor: number): boolean {
  return TYPES.has(type) || (type === 'container_engine_t' && minor >= 31);
}
