import { definitionProblem } from '../manifest/custom/definition-problem';
import type { Environment } from './environment';
import { exposureProblem } from './exposure';
import { extraLabelProblems, labelProblems } from './labels';
import { labelProblem, subdomainProblem } from './names';
import { type Peer, peerProblems } from './peer';
import { quoted } from './quoted';
import { type Names, unknownNames } from './unknown-names';
import { minorVersion, NEWEST_KUBERNETES, OLDEST_KUBERNETES } from './version';

const NAMES: Names<Environment> = {
  name: true,
  kubernetes: true,
  preset: true,
  podSecurity: true,
  context: true,
  exposure: true,
  ingressFrom: true,
  metricsFrom: true,
  dnsPorts: true,
  storageClass: true,
  registry: true,
  pullSecrets: true,
  placement: true,
  labels: true,
  external: true,
  definitions: true,
};

/** A registry's host, and a path in it. */
const MIRROR = /^[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)*(:\d+)?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/;

/** What is wrong with an environment. */
export function environmentProblems(environment: Environment): readonly string[] {
  const { name, labels, storageClass, exposure, placement = {} } = environment;
  const problems = [
    labelProblem('name', name),
    ...unknownNames('Environment', environment, NAMES),
    ...levelProblems(environment),
    ...extraLabelProblems('labels', labels),
    ...peersProblems('ingressFrom', environment.ingressFrom),
    ...peersProblems('metricsFrom', environment.metricsFrom),
    ...dnsProblems(environment.dnsPorts),
    storageClass ? subdomainProblem('storageClass', storageClass) : undefined,
    ...registryProblems(environment.registry),
    ...pullSecretProblems(environment.pullSecrets),
    exposure === undefined ? undefined : exposureProblem(exposure),
    ...definitionProblems(environment.definitions),
    ...labelProblems('placement.nodeSelector', placement.nodeSelector),
    placement.priorityClass === undefined
      ? undefined
      : subdomainProblem('placement.priorityClass', placement.priorityClass),
  ];
  return problems.filter((problem) => problem !== undefined);
}

function levelProblems({
  kubernetes,
  preset = 'production',
  podSecurity = 'restricted',
}: Environment): readonly (string | undefined)[] {
  return [
    minorVersion(kubernetes) === undefined
      ? `kubernetes is '${kubernetes}': write the minor version of the clusters, from '${OLDEST_KUBERNETES}' to '${NEWEST_KUBERNETES}'`
      : undefined,
    ['development', 'production'].includes(preset)
      ? undefined
      : `preset is '${preset}': use 'development' or 'production'`,
    ['privileged', 'baseline', 'restricted'].includes(podSecurity)
      ? undefined
      : `podSecurity is '${podSecurity}': use 'restricted', 'baseline' or 'privileged'`,
  ];
}

function pullSecretProblems(secrets: unknown = []): readonly (string | undefined)[] {
  if (!Array.isArray(secrets))
    return [`pullSecrets is ${quoted(secrets)}, which is no list: write [${quoted(secrets)}]`];
  return secrets.map((secret, index) => subdomainProblem(`pullSecrets[${index}]`, secret));
}

function definitionProblems(definitions: unknown = []): readonly (string | undefined)[] {
  if (!Array.isArray(definitions)) {
    return [`definitions is ${quoted(definitions)}, which is no list: write loadDefinitions(['crds'])`];
  }
  return definitions.map((definition: unknown, index) => {
    const problem = definitionProblem(definition);
    return problem && `definitions[${index}]: ${problem}`;
  });
}

function peersProblems(what: string, peers: readonly Peer[] | undefined): readonly string[] {
  if (peers !== undefined && !Array.isArray(peers)) {
    return [
      `${what} is ${quoted(peers)}, which is no list: write [{ namespace: 'monitoring' }] or [{ cidr: '10.0.0.0/8' }]`,
    ];
  }
  if (peers?.length === 0) {
    return [`${what} is empty, which a network policy would read as everybody: name somebody, or leave it out`];
  }
  return (peers ?? []).flatMap((peer, index) => peerProblems(`${what}[${index}]`, peer));
}

function dnsProblems(ports: unknown = [53]): readonly string[] {
  if (!Array.isArray(ports) || ports.length === 0) {
    return [`dnsPorts is ${quoted(ports)}: write the ports of the DNS pods, such as [53, 5353], or leave it out`];
  }
  return ports
    .filter((port) => !Number.isInteger(port) || port < 1 || port > 65535)
    .map((port) => `dnsPorts has ${quoted(port)}: use whole numbers from 1 to 65535`);
}

function registryProblems(registry: Environment['registry'] = {}): readonly string[] {
  const mirrors: [string, string][] =
    typeof registry === 'string'
      ? [['registry', registry]]
      : Object.entries(registry).map(([host, mirror]) => [`registry['${host}']`, mirror]);
  return mirrors
    .filter(([, mirror]) => !MIRROR.test(mirror))
    .map(
      ([what, mirror]) =>
        `${what} is '${mirror}': write a host, and a path where there is one, such as 'mirror.example.com/hub'`,
    );
}
