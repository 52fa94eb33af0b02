import { classOf } from '../../manifest/references/ingress-class';
import type { PlanRule } from '../rule';
import { kindOf } from './common/change';

/** The class in the field, or in the annotation that came before it. */
export const ingressClassChanges: PlanRule = {
  id: 'ingress-class-changes',
  what: 'Another controller serves an Ingress.',
  levels: ['warning'],
  why: 'The other controller has another address, reads other annotations, and may not run at all.',
  link: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class',
  find: (change) => {
    const { before, after } = change;
    if (kindOf(change) !== 'networking.k8s.io/Ingress' || !before || !after) return [];
    const [old, young] = [classOf(before), classOf(after)];
    if (old === young) return [];
    return [
      {
        severity: 'warning',
        path: 'spec.ingressClassName',
        message: `another controller takes over, at another address: class ${old ?? DEFAULT} → ${young ?? DEFAULT}`,
        remedy:
          'let both serve for a while: a second Ingress of the new class first, then DNS, then remove the old one',
        risk: 'downtime',
      },
    ];
  },
};

const DEFAULT = 'none, so the default of the cluster';
