import { fieldAt, show } from '../../fields';
import type { DescribedPod } from '../../pods';
import { type Breach, eachContainer, type PodSecurityCheck } from '../check';
import { podSecurity } from '../pod';

const FIELD = 'securityContext.appArmorProfile.type';
const ANNOTATION = 'container.apparmor.security.beta.kubernetes.io/';

/** AppArmor, as a field and as the annotation that came before it. */
export const safeApparmorProfile: PodSecurityCheck = {
  id: 'safe-apparmor-profile',
  level: 'baseline',
  evaluate: (pod) => {
    const ofPod = podSecurity(pod, 'appArmorProfile', 'type');
    return [
      ...(isBad(ofPod)
        ? [{ path: `${pod.path}.${FIELD}`, message: `the pod has the AppArmor profile ${show(ofPod)}` }]
        : []),
      ...eachContainer(pod, (container) => {
        const own = fieldAt(container, 'securityContext', 'appArmorProfile', 'type');
        return isBad(own) ? [FIELD, `has the AppArmor profile ${show(own)}`] : undefined;
      }),
      ...ofAnnotations(pod),
    ];
  },
};

function isBad(type: unknown): boolean {
  return type !== undefined && type !== 'RuntimeDefault' && type !== 'Localhost';
}

function ofAnnotations({ annotations, path }: DescribedPod): readonly Breach[] {
  const metadata = path === 'spec' ? 'metadata' : path.replace(/\.spec$/, '.metadata');
  return Object.entries(annotations)
    .filter(([key, value]) => key.startsWith(ANNOTATION) && !/^(runtime\/default|localhost\/.*)?$/.test(show(value)))
    .map(([key, value]) => {
      const container = key.slice(ANNOTATION.length);
      const message = `${container} has the AppArmor profile ${show(value)}`;
      return { path: `${metadata}.annotations[${key}]`, message, container };
    });
}
