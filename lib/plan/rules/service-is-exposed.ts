import { fieldAt, textAt, textsAt } from '../../manifest/fields';
import { annotationsOf } from '../../manifest/references/annotation-references';
import type { Resource } from '../../manifest/resource';
import type { PlanRule, Remark } from '../rule';
import { kindOf } from './common/change';
import { isEverywhere, isWithinRange } from './common/cidr';
import { listed } from './common/words';

/** Judges what is written: an orphan stays as it was. */
export const serviceIsExposed: PlanRule = {
  id: 'service-is-exposed',
  what: 'A Service can be reached from outside of the cluster, or from more places.',
  levels: ['error', 'warning', 'note'],
  why: 'Whoever reaches the address reaches the program, past every Ingress with its TLS and its limits.',
  link: 'https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types',
  find: (change) => {
    if (kindOf(change) !== '/Service' || !change.after) return [];
    const { before, after } = change;
    return [...typeRemarks(before, after), ...addressRemarks(before, after), ...rangeRemarks(before, after)];
  },
};

const DEPTH: Readonly<Record<string, number>> = { NodePort: 1, LoadBalancer: 2 };

function typeRemarks(before: Resource | undefined, after: Resource): readonly Remark[] {
  const [old, young] = [typeOf(before), typeOf(after)];
  if (young === 'ExternalName') return nameRemarks(before, after);
  const internal = isInternal(after);
  const opened = young === 'LoadBalancer' && old === 'LoadBalancer' && !internal && before && isInternal(before);
  if (!opened && (DEPTH[young] ?? 0) <= (before ? (DEPTH[old] ?? 0) : 0)) return [];
  const where = internal ? 'from the network around the cluster' : 'from outside of the cluster';
  const open = opened ? 'its load balancer is no longer internal' : `type ${before ? `${old} → ` : ''}${young}`;
  const port = young === 'NodePort' ? ', at a port of every node' : '';
  return [
    {
      severity: internal ? 'note' : 'warning',
      path: opened ? 'metadata.annotations' : 'spec.type',
      message: `can be reached ${where}${port}: ${open}`,
      remedy: 'use type ClusterIP and an Ingress; or limit who may connect with loadBalancerSourceRanges',
      risk: internal ? undefined : 'exposure',
    },
  ];
}

function typeOf(service: Resource | undefined): string {
  return textAt(service?.object, 'spec', 'type') ?? 'ClusterIP';
}

/** Annotations by which clouds make load balancers that the internet does not reach. */
const INTERNAL: readonly (readonly [string, RegExp])[] = [
  ['service.beta.kubernetes.io/aws-load-balancer-internal', /^true$/],
  ['service.beta.kubernetes.io/aws-load-balancer-scheme', /^internal$/],
  ['networking.gke.io/load-balancer-type', /^Internal$/i],
  ['cloud.google.com/load-balancer-type', /^Internal$/i],
  ['service.beta.kubernetes.io/azure-load-balancer-internal', /^true$/],
];

function isInternal(service: Resource): boolean {
  const annotations = annotationsOf(service);
  return typeOf(service) === 'LoadBalancer' && INTERNAL.some(([key, value]) => value.test(annotations[key] ?? ''));
}

function nameRemarks(before: Resource | undefined, after: Resource): readonly Remark[] {
  const [old, young] = [before, after].map((each) => textAt(each?.object, 'spec', 'externalName'));
  if (!before || (typeOf(before) === 'ExternalName' && old === young)) return [];
  return [
    {
      severity: 'warning',
      path: 'spec.externalName',
      message: `its name leads to ${young} now, and no longer to ${typeOf(before) === 'ExternalName' ? old : 'pods'}`,
      remedy: 'make sure that clients get on with it: certificates and Host headers are those of the other name',
      risk: 'downtime',
    },
  ];
}

function addressRemarks(before: Resource | undefined, after: Resource): readonly Remark[] {
  const old = textsAt(before?.object, 'spec', 'externalIPs');
  const added = textsAt(after.object, 'spec', 'externalIPs').filter((address) => !old.includes(address));
  if (added.length === 0) return [];
  return [
    {
      severity: 'warning',
      path: 'spec.externalIPs',
      message: `answers at ${listed(added)} on every node: externalIPs`,
      remedy: 'use an Ingress or type LoadBalancer: externalIPs can take traffic away from others',
      risk: 'exposure',
    },
  ];
}

/** A load balancer without ranges is open to everybody. One that is new is said to be open by its type. */
function rangeRemarks(before: Resource | undefined, after: Resource): readonly Remark[] {
  if (typeOf(before) !== 'LoadBalancer' || typeOf(after) !== 'LoadBalancer') return [];
  const [old, young] = [rangesOf(before), rangesOf(after)];
  const wider = young.filter((range) => !old.some((each) => isWithinRange(range, each)));
  if (old.every(isEverywhere) && old.length > 0) return [];
  if (wider.length === 0) return [];
  const open = wider.some(isEverywhere) && !isInternal(after);
  const what = open ? `everybody may connect (${wider.find(isEverywhere)})` : `${listed(wider)} may connect too`;
  return [
    {
      severity: open ? 'error' : 'warning',
      path: 'spec.loadBalancerSourceRanges',
      message: `${what}: loadBalancerSourceRanges was ${listed(old)}`,
      remedy: 'list the ranges that need it',
      risk: 'exposure',
    },
  ];
}

function rangesOf(service: Resource | undefined): readonly string[] {
  const written = textsAt(service?.object, 'spec', 'loadBalancerSourceRanges');
  const annotation = fieldAt(
    service?.object,
    'metadata',
    'annotations',
    'service.beta.kubernetes.io/load-balancer-source-ranges',
  );
  const ranges =
    written.length > 0
      ? written
      : String(annotation ?? '')
          .split(',')
          .filter(Boolean);
  return ranges.length > 0 ? ranges : ['0.0.0.0/0', '::/0'];
}
