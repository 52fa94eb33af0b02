import { podOf } from '../../manifest/pods';
import { evaluatePodSecurity } from '../../manifest/pod-security/evaluate';
import { namespaceOf } from '../../manifest/references/reference';
import { type Resource, resourceId } from '../../manifest/resource';
import type { PlanRule, Whole } from '../rule';
import { attributed, type Attributed } from './common/attributed';
import { changeOf, sameIn } from './common/cluster';
import { enforcementOf, namespacesByName } from './common/enforcement';
import { listed, mentioned } from './common/words';

/** Says nothing of pods that were refused before. */
export const podsAreRefused: PlanRule = {
  id: 'pods-are-refused',
  what: 'Pods break the Pod Security level that their namespace enforces.',
  levels: ['error'],
  why: 'The workload is accepted, with a warning, and not one of its pods is started any more; those that run go on until they end.',
  link: 'https://kubernetes.io/docs/concepts/security/pod-security-admission/',
  find: attributed((whole) => {
    const namespaces = namespacesByName(whole.after);
    if (namespaces.size === 0) return [];
    return whole.after.flatMap((resource): readonly Attributed[] => {
      const namespace = namespaces.get(namespaceOf(resource));
      const change = changeOf(whole, resource) ?? (namespace && changeOf(whole, namespace));
      if (!namespace || !change) return [];
      const breaches = breachesOf(resource, namespace, whole);
      if (breaches.length === 0) return [];
      const old = sameIn(whole.before, resource);
      const oldNamespace = namespacesByName(whole.before).get(namespaceOf(resource));
      if (old && oldNamespace && breachesOf(old, oldNamespace, whole).length > 0) return [];
      const id = resourceId(resource.object);
      const subject =
        id.kind === change.id.kind
          ? 'its pods'
          : `the pods of ${mentioned(id, { ...change.id, namespace: id.namespace })}`;
      const verb = id.kind === 'Pod' ? 'the pod is' : `${subject} are`;
      const message = `${verb} refused, as the namespace enforces ${enforcementOf(namespace).level}: ${listed(breaches, 3)}`;
      return [
        [
          change,
          {
            severity: 'error',
            message,
            remedy: 'make the pods fit, or keep the level until they do',
            risk: 'downtime',
          },
        ],
      ];
    });
  }),
};

function breachesOf(resource: Resource, namespace: Resource, { options }: Whole): readonly string[] {
  const { level, version } = enforcementOf(namespace);
  const pod = level === 'privileged' ? undefined : podOf(resource);
  if (!pod) return [];
  return [...new Set(evaluatePodSecurity(pod, level, version ?? options.kubernetes).map(({ message }) => message))];
}
