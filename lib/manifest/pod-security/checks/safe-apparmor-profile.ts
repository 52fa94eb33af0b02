import { fieldAt, show } from '../../fields';
import type { DescribedPod } from '../../pods';
import { afterPod, type Breach, eachContainer, type PodSecurityCheck } from '../check';
import { podSecurity } from '../pod';

const FIELD = 'securityContext.appArmorProfile.type';
const ANNOTATION = 'container.apparmor.security.beta.kubernetes.io/';

/** AppArmor, as a field and as the annotation that came before it. */
export const safeApparmorProfile: PodSecurityCheck = {
  id: 'safe-apparmor-profile',
  level: 'baseline',
  evaluate: (pod) => {
    const ofPod = podSecurity(pod, 'appArmorProfile', 'type');
    const ofFields = afterPod(
      isBad(ofPod)
        ? { path: `${pod.path}.${FIELD}`, message: `the pod has the AppArmor profile ${show(ofPod)}` }
        : undefined,
      eachContainer(pod, (container) => {
        const own = fieldAt(container, 'securityContext', 'appArmorProfile', 'type');
        return isBad(own) ? [FIELD, `has the AppArmor profile ${show(own)}`] : undefined;
      }),
    );
    const keys = Object.keys(pod.annotations).filter((key) => key.startsWith(ANNOTATION));
    return keys.length === 0 ? ofFields : [...ofFields, ...ofAnnotations(pod, keys)];
  },
};

function isBad(type: unknown): boolean {
  return type !== undefined && type !== 'RuntimeDefault' && type !== 'Localhost';
}

function ofAnnotations({ annotations, path }: DescribedPod, keys: readonly string[]): readonly Breach[] {
  const metadata = path === 'spec' ? 'metadata' : path.replace(/\.spec$/, '.metadata');
  return keys
    .filter((key) => !/^(runtime\/default|localhost\/.*)?$/.test(show(annotations[key])))
    .map((key) => {
      const container = key.slice(ANNOTATION.length);
      const message = `${container} has the AppArmor profile ${show(annotations[key])}`;
      return { path: `${metadata}.annotations[${key}]`, message, container };
    });
}
