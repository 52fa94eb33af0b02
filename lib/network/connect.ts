import { Construct } from 'constructs';
import { Application } from '../application/application';
import { EnvironmentScope } from '../application/environment-scope';
import { labelProblem } from '../application/names';
import { addProblem } from '../application/problem';
import { quoted } from '../application/quoted';
import { type Names, unknownNames } from '../application/unknown-names';
import type { Client, ConnectionTarget, ConnectOptions } from './connection';
import { egressProblems } from './egress-problems';
import { addNetworkPolicy } from './network-policy';

const OPTIONS: Names<ConnectOptions> = { variables: true, connectionsPerPod: true };

/** Who asked for each connection of a client: its workload, or a sidecar that needs it. */
const connected = new WeakMap<object, Map<string, 'workload' | 'sidecar'>>();

/** What is wrong with what is no target at all. */
export function targetProblem(target: unknown): string | undefined {
  if (typeof target === 'object' && target !== null && 'egressFor' in target) return undefined;
  return `connectTo: the target is ${quoted(target)}: give a workload, a database, Internet.https() or new Outside(…)`;
}

/** Opens the network between a client and a target, on both sides. */
export function connect(client: Client, target: ConnectionTarget): void {
  const name = targetName(client, target);
  const targets = connectionsOf(client);
  const asked = targets.get(name);
  targets.set(name, 'workload');
  if (asked === undefined) open(client, target, name);
  if (asked !== 'workload') return;
  addProblem(client.construct, `is connected to '${name}' twice: remove one connectTo, or give the target another id`);
}

/** The same for a sidecar, whose workload may have connected already or may still do so. */
export function connectUnlessOpen(client: Client, target: ConnectionTarget): void {
  const name = targetName(client, target);
  const targets = connectionsOf(client);
  if (targets.has(name)) return;
  targets.set(name, 'sidecar');
  open(client, target, name);
}

function connectionsOf(client: Client): Map<string, 'workload' | 'sidecar'> {
  const targets = connected.get(client.construct) ?? new Map();
  connected.set(client.construct, targets);
  return targets;
}

function open(client: Client, target: ConnectionTarget, name: string): void {
  reportMistakes(client, target);
  addNetworkPolicy(client.construct, { ...client, name: `${client.name}-to-${name}` }, () => ({
    policyTypes: ['Egress'],
    egress: [target.egressFor(client)],
  }));
  target.admit?.(client);
}

/** The target's id, and its application's before it where that is another one than the client's. */
function targetName(client: Client, target: ConnectionTarget): string {
  const application = Construct.isConstruct(target) ? Application.of(target).node.id : client.application;
  return application === client.application ? target.id : `${application}-${target.id}`;
}

function reportMistakes(client: Client, target: ConnectionTarget): void {
  const { connectionsPerPod: each = 1 } = client.options;
  const problems = [
    ...unknownNames('options', client.options, OPTIONS),
    labelProblem(`the target's id`, target.id),
    Number.isInteger(each) && each >= 1 ? undefined : `connectionsPerPod is ${each}: use a whole number from 1 on`,
    environmentProblem(client, target),
  ];
  client.construct.node.addValidation({
    validate: () =>
      [...problems, ...targetProblems(client, target)]
        .filter((problem) => problem !== undefined)
        .map((problem) => `connectTo(${target.id}): ${problem}`),
  });
}

/** A target that knows what is wrong with it has nothing to open. */
function targetProblems(client: Client, target: ConnectionTarget): readonly string[] {
  const { problems = [] } = target;
  return problems.length > 0 ? problems : egressProblems(target.egressFor(client));
}

function environmentProblem(client: Client, target: ConnectionTarget): string | undefined {
  if (!Construct.isConstruct(target)) return undefined;
  const [here, there] = [client.construct, target].map((construct) => EnvironmentScope.of(construct).name);
  if (here === there) return undefined;
  return (
    `the target is in environment '${there}', and ${client.id} in '${here}': ` +
    'connect to one in the same, or to an address with new Outside(…)'
  );
}
