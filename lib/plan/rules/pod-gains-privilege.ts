import { fieldAt } from '../../manifest/fields';
import { containersOf, type DescribedPod } from '../../manifest/pods';
import { evaluatePodSecurity } from '../../manifest/pod-security/evaluate';
import { accountNameOf, tokenOf } from '../../manifest/service-account';
import type { Resource } from '../../manifest/resource';
import type { PlanRule, Whole } from '../rule';
import { isRemoved, newPod, oldPod } from './common/change';
import { listed } from './common/words';

/** A new workload is told of only where it asks for more than ordinary pods have. */
export const podGainsPrivilege: PlanRule = {
  id: 'pod-gains-privilege',
  what: 'Pods may do more than before, on their node or with the API.',
  levels: ['warning'],
  why: 'Whoever gets into such a pod gets further: to the node, to other pods, or to the API.',
  link: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  find: (change, whole) => {
    const after = isRemoved(change) ? undefined : newPod(change);
    if (!after) return [];
    const before = oldPod(change);
    const had = new Set(
      (before ? privilegesOf(before, 'restricted', whole.before, change.before!, whole) : []).map(
        ({ message }) => message,
      ),
    );
    const old = new Set(before && containersOf(before).map(({ name }) => name));
    const gained = privilegesOf(after, before ? 'restricted' : 'baseline', whole.after, change.after!, whole)
      .filter(({ message }) => !had.has(message))
      .filter(
        ({ container = '', message }) =>
          !before || container === '' || old.has(container) || isBaseline(after, message, whole),
      );
    if (gained.length === 0) return [];
    return [
      {
        severity: 'warning',
        path: gained.length === 1 ? gained[0]!.path : after.path,
        message: listed(gained.map(({ message }) => message)),
        remedy: before
          ? 'keep it as it was, unless the program needs more'
          : 'leave it out, unless the program needs it',
        risk: 'privilege',
      },
    ];
  },
};

interface Privilege {
  readonly message: string;
  readonly path: string;
  readonly container?: string;
}

function privilegesOf(
  pod: DescribedPod,
  level: 'restricted' | 'baseline',
  resources: readonly Resource[],
  resource: Resource,
  { options }: Whole,
): readonly Privilege[] {
  const breaches = evaluatePodSecurity(pod, level, options.kubernetes);
  return level === 'baseline' ? breaches : [...breaches, ...writableRoots(pod), ...tokens(pod, resources, resource)];
}

function isBaseline(pod: DescribedPod, message: string, { options }: Whole): boolean {
  return evaluatePodSecurity(pod, 'baseline', options.kubernetes).some((breach) => breach.message === message);
}

function writableRoots(pod: DescribedPod): readonly Privilege[] {
  return containersOf(pod)
    .filter(({ container }) => fieldAt(container, 'securityContext', 'readOnlyRootFilesystem') !== true)
    .map(({ name, path }) => ({
      message: `${name} can write to its root file system`,
      path: `${path}.securityContext.readOnlyRootFilesystem`,
      container: name,
    }));
}

function tokens(pod: DescribedPod, resources: readonly Resource[], resource: Resource): readonly Privilege[] {
  if (tokenOf(resources, { ...pod, resource }) === 'none') return [];
  const account = accountNameOf(pod);
  return [{ message: `gets a token of ServiceAccount ${account}`, path: `${pod.path}.automountServiceAccountToken` }];
}
