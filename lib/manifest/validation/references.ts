import { isAtLeast } from '../version';
import { type Check, type FieldChecks, obey, obeyItem } from './check';
import {
  configKey,
  dnsLabel,
  dnsName,
  pathSegment,
  portName,
  qualifiedName,
  serviceLabel,
  type Syntax,
  wildcardDnsName,
} from './syntax';

/** How the names that a field of a type refers to, or gives, are written. */
const SYNTAX: Readonly<Record<string, Readonly<Record<string, Syntax>>>> = {
  'admissionregistration.v1.AuditAnnotation': { key: qualifiedName },
  'apps.v1.StatefulSetSpec': { serviceName: dnsLabel },
  'autoscaling.v2.CrossVersionObjectReference': { kind: pathSegment, name: pathSegment },
  'autoscaling.v1.CrossVersionObjectReference': { kind: pathSegment, name: pathSegment },
  'autoscaling.v2.ContainerResourceMetricSource': { container: dnsLabel },
  'autoscaling.v2.MetricIdentifier': { name: pathSegment },
  'core.v1.ConfigMapEnvSource': { name: dnsName },
  'core.v1.ConfigMapKeySelector': { name: dnsName, key: configKey },
  'core.v1.Container': { name: dnsLabel },
  'core.v1.ContainerPort': { name: portName },
  'core.v1.EphemeralContainer': { name: dnsLabel },
  'core.v1.PersistentVolumeClaimSpec': { storageClassName: dnsName, volumeAttributesClassName: dnsName },
  'core.v1.PersistentVolumeSpec': { storageClassName: dnsName },
  'core.v1.PodSpec': {
    hostname: dnsLabel,
    subdomain: dnsLabel,
    nodeName: dnsName,
    priorityClassName: dnsName,
    runtimeClassName: dnsName,
    serviceAccountName: dnsName,
  },
  'core.v1.PodResourceClaim': { name: dnsLabel, resourceClaimName: dnsName, resourceClaimTemplateName: dnsName },
  'core.v1.ResourceClaim': { request: dnsLabel },
  'core.v1.PodReadinessGate': { conditionType: qualifiedName },
  'core.v1.PodSchedulingGate': { name: qualifiedName },
  'core.v1.SecretEnvSource': { name: dnsName },
  'core.v1.SecretKeySelector': { name: dnsName, key: configKey },
  'core.v1.ServicePort': { name: dnsLabel, appProtocol: qualifiedName },
  'core.v1.Volume': { name: dnsLabel },
  'core.v1.CSIVolumeSource': { driver: (text) => (text.length > 63 ? 'must be at most 63 characters' : dnsName(text)) },
  'core.v1.ServiceSpec': { loadBalancerClass: qualifiedName },
  'core.v1.TopologySelectorLabelRequirement': { key: qualifiedName },
  'core.v1.TypedLocalObjectReference': { apiGroup: dnsName, kind: pathSegment, name: pathSegment },
  'storage.v1.StorageClass': { provisioner: (text) => qualifiedName(text.toLowerCase()) },
  'networking.v1.IngressRule': { host: wildcardDnsName },
  'networking.v1.IngressServiceBackend': { name: dnsLabel },
  'networking.v1.IngressSpec': { ingressClassName: dnsName },
  'networking.v1.IngressTLS': { secretName: dnsName },
  'networking.v1.ServiceBackendPort': { name: portName },
  'rbac.v1.RoleRef': { name: pathSegment },
};

/** Fields where an empty text is a name too, and a wrong one. */
const NEVER_EMPTY: ReadonlySet<string> = new Set([
  'core.v1.PodResourceClaim.resourceClaimName',
  'core.v1.PodResourceClaim.resourceClaimTemplateName',
  'core.v1.PodSpec.runtimeClassName',
  'core.v1.ServicePort.appProtocol',
  'core.v1.ServiceSpec.loadBalancerClass',
  'core.v1.TypedLocalObjectReference.apiGroup',
  'networking.v1.IngressSpec.ingressClassName',
]);

/** The types in which a Service is named; its name had to begin with a letter before Kubernetes 1.36. */
const OF_SERVICES: ReadonlySet<string> = new Set(['networking.v1.IngressServiceBackend']);

/** Refuses the names in a type's fields that are written wrongly. */
export function nameChecks(type: string): FieldChecks {
  return Object.entries(SYNTAX[type] ?? {}).map(([name, syntax]) => [name, nameCheck(type, name, syntax)]);
}

function nameCheck(type: string, name: string, syntax: Syntax): Check {
  const rule = syntax === portName ? 'valid-ports' : 'valid-names';
  if (NEVER_EMPTY.has(`${type}.${name}`)) return (field) => obeyItem(field, syntax, rule);
  if (!OF_SERVICES.has(type)) return (field) => obey(field, syntax, rule);
  return (field, { version }) => obey(field, isAtLeast(version, '1.36') ? syntax : serviceLabel, rule);
}
