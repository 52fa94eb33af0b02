import { isAtLeast } from '../version';
import type { Checks, FieldChecks } from './check';
import type { Field } from './field';

interface Deprecation {
  /** @default - as long as we know */
  readonly since?: string;
  readonly instead: string;
}

const GONE_VOLUME = { instead: 'a CSI driver, by a persistentVolumeClaim: it works no more' };

/** Fields that are served and better not used, but for those that have a rule of their own, such as `externalIPs`. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, Deprecation>>>> = {
  'core.v1.PodSpec': { serviceAccount: { instead: 'serviceAccountName' } },
  'core.v1.ServiceSpec': { loadBalancerIP: { instead: 'the annotation of your load balancer' } },
  'core.v1.Volume': {
    gitRepo: { instead: 'an init container that clones into an emptyDir' },
    glusterfs: GONE_VOLUME,
    flocker: GONE_VOLUME,
    quobyte: GONE_VOLUME,
    scaleIO: GONE_VOLUME,
    storageos: GONE_VOLUME,
    photonPersistentDisk: GONE_VOLUME,
    cephfs: { instead: GONE_VOLUME.instead },
    rbd: { instead: GONE_VOLUME.instead },
  },
};

/** Annotations whose meaning has moved into a field, by the beginning of their key; an Ingress's class has a rule of its own. */
const ANNOTATIONS: Readonly<Record<string, Deprecation>> = {
  'seccomp.security.alpha.kubernetes.io/': { instead: 'securityContext.seccompProfile: it works no more' },
  'container.seccomp.security.alpha.kubernetes.io/': { instead: 'securityContext.seccompProfile: it works no more' },
  'container.apparmor.security.beta.kubernetes.io/': { since: '1.30', instead: 'securityContext.appArmorProfile' },
  'scheduler.alpha.kubernetes.io/critical-pod': { instead: 'priorityClassName: it works no more' },
  'security.alpha.kubernetes.io/': { instead: 'securityContext.sysctls: it works no more' },
  'volume.beta.kubernetes.io/storage-class': { instead: 'spec.storageClassName' },
  'service.kubernetes.io/topology-aware-hints': { instead: 'service.kubernetes.io/topology-mode' },
};

const BEGINNINGS = Object.keys(ANNOTATIONS).filter((start) => start.endsWith('/'));

/** Labels of nodes that have other names now. */
const NODE_LABELS: Readonly<Record<string, string>> = {
  'beta.kubernetes.io/arch': 'kubernetes.io/arch',
  'beta.kubernetes.io/os': 'kubernetes.io/os',
  'beta.kubernetes.io/instance-type': 'node.kubernetes.io/instance-type',
  'failure-domain.beta.kubernetes.io/region': 'topology.kubernetes.io/region',
  'failure-domain.beta.kubernetes.io/zone': 'topology.kubernetes.io/zone',
};

/** Warns of what objects use and better should not, by the name of the type. */
export const DEPRECATION_CHECKS: Checks = {
  'meta.v1.ObjectMeta.annotations': (annotations, { version }) => checkAnnotations(annotations, version),
  'core.v1.PodSpec.nodeSelector': (labels) => {
    for (const label of labels.entries()) warnOfLabel(label, String(label.step));
  },
  'core.v1.TopologySpreadConstraint.topologyKey': (key) => warnOfLabel(key),
  'core.v1.PodAffinityTerm.topologyKey': (key) => warnOfLabel(key),
  'core.v1.NodeSelectorRequirement.key': (key) => warnOfLabel(key),
};

/** Warns of a type's fields that better are not used. */
export function deprecationChecks(type: string): FieldChecks {
  return Object.entries(FIELDS[type] ?? {}).map(([name, { since, instead }]) => [
    name,
    (field, { version }) => {
      if (!field.empty && (!since || isAtLeast(version, since))) warn(field, instead);
    },
  ]);
}

function checkAnnotations(annotations: Field, version: string): void {
  for (const key of Object.keys(annotations.map ?? {})) {
    const known = Object.hasOwn(ANNOTATIONS, key) ? key : BEGINNINGS.find((start) => key.startsWith(start));
    if (known === undefined) continue;
    const { since, instead } = ANNOTATIONS[known]!;
    if (!since || isAtLeast(version, since)) warn(annotations.child(key), instead);
  }
}

function warnOfLabel(field: Field, label = field.text): void {
  const instead = Object.hasOwn(NODE_LABELS, label ?? '') ? NODE_LABELS[label ?? ''] : undefined;
  if (instead) warn(field, instead);
}

function warn(field: Field, instead: string): void {
  field.refuse('no-deprecated-api', `is deprecated: use ${instead}`);
}
