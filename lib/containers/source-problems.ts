import type { EnvVarSource } from '../synth/kubernetes';

/** The fields that a container can be told. https://kubernetes.io/docs/concepts/workloads/pods/downward-api/ */
const FIELDS = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];
const LABEL = /^metadata\.(labels|annotations)\['[^']+'\]$/;
const RESOURCES = ['cpu', 'memory', 'ephemeral-storage'].flatMap((name) => [`requests.${name}`, `limits.${name}`]);
const DIVISOR = /^(0|1([kMGTPE]|[KMGTPE]i)?)$/;

/** What is wrong with the source of a variable. */
export function sourceProblems(what: string, source: EnvVarSource | undefined): readonly string[] {
  const { fieldRef, resourceFieldRef } = source ?? {};
  if (fieldRef && !FIELDS.includes(fieldRef.fieldPath) && !LABEL.test(fieldRef.fieldPath)) {
    return [
      `${what} is field '${fieldRef.fieldPath}', which no container can be told: use ${FIELDS.join(', ')}, or metadata.labels['…']`,
    ];
  }
  if (!resourceFieldRef) return [];
  const { resource, divisor } = resourceFieldRef;
  if (!RESOURCES.includes(resource)) {
    return [`${what} is resource '${resource}', which there is none of: use ${RESOURCES.join(', ')}`];
  }
  const cpu = resource.endsWith('.cpu');
  if (divisor === undefined || (cpu ? ['0', '1', '1m'].includes(String(divisor)) : DIVISOR.test(String(divisor)))) {
    return [];
  }
  return [
    `${what} has the divisor '${divisor}': use ${cpu ? "'1' or '1m'" : "'1', '1k', '1Ki', '1M', '1Mi' and so on"}`,
  ];
}
