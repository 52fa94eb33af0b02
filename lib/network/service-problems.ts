import { addressRangeProblem } from '../application/address-range';
import type { Environment } from '../application/environment';
import { isQualifiedName } from '../application/labels';
import { quoted } from '../application/quoted';
import { type Names, unknownNames } from '../application/unknown-names';
import { hasFeature } from '../application/version';
import type { NamedPort } from '../containers/ports';
import { annotationProblems } from './exposure/annotation-problems';
import type { ServiceProps } from './service-props';

const NAMES: Names<ServiceProps> = {
  type: true,
  headless: true,
  port: true,
  sessionAffinity: true,
  sessionAffinitySeconds: true,
  externalTrafficPolicy: true,
  internalTrafficPolicy: true,
  trafficDistribution: true,
  loadBalancerSourceRanges: true,
  loadBalancerClass: true,
  publishNotReadyAddresses: true,
  annotations: true,
};

/** What each prop may be that is one of a few words. */
const WORDS: Readonly<Partial<Record<keyof ServiceProps, readonly string[]>>> = {
  type: ['ClusterIP', 'NodePort', 'LoadBalancer'],
  sessionAffinity: ['ClientIP'],
  externalTrafficPolicy: ['Local'],
  internalTrafficPolicy: ['Local'],
  trafficDistribution: ['PreferSameZone', 'PreferSameNode', 'PreferClose'],
};

/** A day. */
const LONGEST_AFFINITY = 86400;

/**
 * What is wrong with a Service.
 *
 * @param names the props that may be given @default - all
 */
export function serviceProblems(props: ServiceProps, names: Readonly<Record<string, true>> = NAMES): readonly string[] {
  return [
    ...unknownNames('service', props, names),
    ...wordProblems(props),
    ...typeProblems(props),
    ...headlessProblems(props),
    ...affinityProblems(props),
    ...balancerProblems(props),
    ...annotationProblems('service.annotations', props.annotations),
  ];
}

/** What a Service asks for that the clusters of an environment do not have. */
export function versionProblem(
  { trafficDistribution }: ServiceProps,
  { name, kubernetes }: Environment,
): string | undefined {
  if (trafficDistribution === undefined) return undefined;
  const node = trafficDistribution === 'PreferSameNode';
  if (hasFeature(kubernetes, node ? 'preferSameNode' : 'trafficDistribution')) return undefined;
  const [what, since] = node ? [" 'PreferSameNode'", '1.34'] : ['', '1.31'];
  return (
    `service.trafficDistribution${what} needs Kubernetes ${since}, and environment '${name}' has ${kubernetes}: ` +
    'remove it, or raise kubernetes'
  );
}

/** What is wrong with the ports of a headless Service: it names pods, whose clients use the pods' own ports. */
export function headlessPortProblems(ports: readonly NamedPort[]): readonly string[] {
  return ports
    .filter(({ port, servicePort = port }) => servicePort !== port)
    .map(
      ({ name, port, servicePort }) =>
        `port '${name}' has servicePort ${servicePort}, but its Service is headless, so clients reach the pods on ${port}: remove servicePort`,
    );
}

function wordProblems(props: ServiceProps): readonly string[] {
  return Object.entries(WORDS).flatMap(([name, words]) => {
    const value: unknown = props[name as keyof ServiceProps];
    if (value === undefined || words.includes(String(value))) return [];
    const list = words
      .map((word) => `'${word}'`)
      .join(', ')
      .replace(/, ([^,]*)$/, ' or $1');
    return [`service.${name} is ${quoted(value)}: use ${list}${words.length === 1 ? ', or leave it out' : ''}`];
  });
}

function typeProblems({ type = 'ClusterIP', ...props }: ServiceProps): readonly string[] {
  const balancer = (['loadBalancerSourceRanges', 'loadBalancerClass'] as const).filter((name) => props[name]);
  return [
    ...(type === 'ClusterIP' && props.externalTrafficPolicy
      ? [
          'service.externalTrafficPolicy is for types NodePort and LoadBalancer, not ClusterIP: remove it, or set the type',
        ]
      : []),
    ...(type === 'LoadBalancer' ? [] : balancer).map(
      (name) => `service.${name} is for type LoadBalancer, not ${type}: remove it, or set the type`,
    ),
  ];
}

/** Who looks up a headless Service gets the pods' addresses, and picks one without asking the cluster. */
function headlessProblems({ headless, type = 'ClusterIP', ...props }: ServiceProps): readonly string[] {
  if (!headless) return [];
  const needless = (['sessionAffinity', 'internalTrafficPolicy', 'trafficDistribution'] as const)
    .filter((name) => props[name] !== undefined)
    .map(
      (name) => `service is headless and has ${name} '${props[name]}': remove one, as clients pick a pod themselves`,
    );
  if (type === 'ClusterIP') return needless;
  return [`service is headless and has type '${type}': remove one, as a headless Service has no address`, ...needless];
}

function affinityProblems({ sessionAffinity, sessionAffinitySeconds: seconds }: ServiceProps): readonly string[] {
  if (seconds === undefined) return [];
  const valid = Number.isInteger(seconds) && seconds >= 1 && seconds <= LONGEST_AFFINITY;
  return [
    ...(sessionAffinity
      ? []
      : [`service.sessionAffinitySeconds is ${seconds} without sessionAffinity: add sessionAffinity: 'ClientIP'`]),
    ...(valid ? [] : [`service.sessionAffinitySeconds is ${quoted(seconds)}: use 1 to ${LONGEST_AFFINITY}`]),
  ];
}

function balancerProblems({
  loadBalancerSourceRanges: ranges = [],
  loadBalancerClass,
}: ServiceProps): readonly string[] {
  const named = loadBalancerClass === undefined || isQualifiedName(loadBalancerClass);
  return [
    ...(named
      ? []
      : [`service.loadBalancerClass is ${quoted(loadBalancerClass)}: write it like 'service.k8s.aws/nlb'`]),
    ...ranges.flatMap((range) => addressRangeProblem('service.loadBalancerSourceRanges has', range) ?? []),
  ];
}
