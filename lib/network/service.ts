import type { Construct } from 'constructs';
import type { Environment } from '../application/environment';
import { EnvironmentScope } from '../application/environment-scope';
import { addProblem } from '../application/problem';
import { hasFeature } from '../application/version';
import type { NamedPort } from '../containers/ports';
import type { ServiceSpec } from '../synth/kubernetes';
import { PlainApiObject, type PlainApiObjectProps } from '../synth/plain-api-object';
import type { ServiceSettings } from './exposure/service-settings';
import { headlessPortProblems, versionProblem } from './service-problems';
import type { ServiceProps } from './service-props';

/** Adds a Service; `exposure` is asked when it is rendered. */
export function addService(
  scope: Construct,
  metadata: PlainApiObjectProps['metadata'],
  props: ServiceProps,
  target: { readonly ports: readonly NamedPort[]; readonly selector: Readonly<Record<string, string>> },
  exposure: () => ServiceSettings = () => ({}),
): PlainApiObject {
  const environment = EnvironmentScope.of(scope);
  const problems = [versionProblem(props, environment), ...(props.headless ? headlessPortProblems(target.ports) : [])];
  for (const problem of problems) if (problem) addProblem(scope, problem);
  scope.node.addValidation({ validate: () => addressProblems(props, exposure(), environment) });
  return new PlainApiObject(
    scope,
    'service',
    { apiVersion: 'v1', kind: 'Service', metadata: { ...metadata, annotations: props.annotations } },
    () => ({ spec: renderService(known(props, environment), target, exposure()) }),
  );
}

/** A headless Service has no address, and what an environment exposes by a Service needs one. */
function addressProblems({ headless }: ServiceProps, { type }: ServiceSettings, { name }: Environment): string[] {
  if (!headless || type === undefined) return [];
  return [`service is headless, but environment '${name}' exposes it with type '${type}': remove headless`];
}

/** Props with the word for the client's zone that the clusters know (KEP-3015). */
function known(props: ServiceProps, { kubernetes }: Environment): ServiceProps {
  if (props.trafficDistribution === undefined || props.trafficDistribution === 'PreferSameNode') return props;
  const trafficDistribution = hasFeature(kubernetes, 'preferSameNode') ? 'PreferSameZone' : 'PreferClose';
  return { ...props, trafficDistribution };
}

function renderService(
  props: ServiceProps,
  { ports, selector }: { readonly ports: readonly NamedPort[]; readonly selector: Readonly<Record<string, string>> },
  exposure: ServiceSettings,
): ServiceSpec {
  const type = exposure.type ?? props.type;
  const seconds = props.sessionAffinitySeconds;
  return {
    type: type === 'ClusterIP' ? undefined : type,
    clusterIP: props.headless ? 'None' : undefined,
    selector,
    ports: ports.map((port) => renderPort(port, exposure.nodePorts?.[port.name])),
    sessionAffinity: props.sessionAffinity,
    sessionAffinityConfig: seconds === undefined ? undefined : { clientIP: { timeoutSeconds: seconds } },
    externalTrafficPolicy: props.externalTrafficPolicy,
    internalTrafficPolicy: props.internalTrafficPolicy,
    trafficDistribution: props.trafficDistribution,
    loadBalancerSourceRanges: props.loadBalancerSourceRanges,
    loadBalancerClass: exposure.loadBalancerClass ?? props.loadBalancerClass,
    publishNotReadyAddresses: props.publishNotReadyAddresses || undefined,
  };
}

function renderPort(
  { name, port, servicePort = port, protocol, appProtocol }: NamedPort,
  nodePort: number | undefined,
): NonNullable<ServiceSpec['ports']>[number] {
  return {
    name,
    port: servicePort,
    targetPort: name,
    nodePort,
    protocol: protocol === 'TCP' ? undefined : protocol,
    appProtocol,
  };
}
