import type { PlanRule } from '../rule';
import { kindOf } from './common/change';
import { enforcementOf, STRICTNESS } from './common/enforcement';

/** A namespace that enforces less. */
export const podSecurityIsLowered: PlanRule = {
  id: 'pod-security-is-lowered',
  what: 'A namespace enforces a lower Pod Security level than before, or none.',
  levels: ['warning'],
  why: 'Pods that were refused are let in: with privileges, with paths of the node, as root.',
  link: 'https://kubernetes.io/docs/concepts/security/pod-security-admission/',
  find: (change) => {
    if (kindOf(change) !== '/Namespace' || !change.before || !change.after) return [];
    const [old, young] = [enforcementOf(change.before), enforcementOf(change.after)];
    if (STRICTNESS[young.level] >= STRICTNESS[old.level]) return [];
    return [
      {
        severity: 'warning',
        path: 'metadata.labels[pod-security.kubernetes.io/enforce]',
        message: `Pod Security: ${old.level} → ${young.written ? young.level : 'what the cluster enforces by default, mostly nothing'}`,
        remedy: `keep ${old.level}, and put what needs more into a namespace of its own`,
        risk: 'privilege',
      },
    ];
  },
};
