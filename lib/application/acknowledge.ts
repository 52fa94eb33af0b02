import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { KubernetesObject } from '../manifest/kubernetes-object';
import type { Target } from '../manifest/target';
import { ACKNOWLEDGE, type Acknowledgement, acknowledgementProblem } from '../policy/acknowledgement';
import type { Rule } from '../policy/rule';
import { addProblem } from './problem';

/** Why a finding is to stay, and for how long. */
export interface AcknowledgeOptions extends Omit<Acknowledgement, 'rule'> {
  /**
   * The kind of the object that the finding is about, such as `Service`, where the construct has several objects.
   *
   * @default - the construct's main object: what it is named after, or else the one that has pods
   */
  readonly kind?: string;
}

interface Entry {
  readonly acknowledgement: Acknowledgement;
  /** Whether one of the program's own takes its place. */
  readonly isDefault: boolean;
}

const acknowledgements = new WeakMap<ApiObject, readonly Entry[]>();

/** Kinds that have pods, which most findings are about. */
const WORKLOADS = new Set(['Pod', 'Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'CronJob']);

/**
 * Says that a finding of the gate is known and is to stay. The object carries it as an annotation, so that whoever
 * reads the manifest sees it too; its pods do not, and are not restarted by it. An acknowledgement that is expired,
 * unused or of a rule that is locked is a finding itself.
 *
 * @param construct the construct that the finding is about, ours or of cdk8s-plus
 * @param rule the rule, such as `require-liveness-probe`
 */
export function acknowledge(construct: IConstruct, rule: string, options: AcknowledgeOptions): void {
  const { kind, ...rest } = options;
  const acknowledgement: Acknowledgement = { rule, ...rest };
  const problem = acknowledgementProblem(acknowledgement);
  const objects = objectsOf(construct).filter((object) => kind === undefined || object.kind === kind);
  const object = kind === undefined ? mainObject(construct, objects) : objects.length === 1 ? objects[0] : undefined;
  if (problem !== undefined) {
    addProblem(construct, `acknowledge: ${problem}`);
  } else if (object) {
    annotate(object, acknowledgement);
  } else {
    const found = objectsOf(construct).map((candidate) => `${candidate.kind} ${candidate.name}`);
    addProblem(
      construct,
      `acknowledge('${rule}') fits ${kind === undefined ? 'no object or several' : `no or several objects of kind ${kind}`}: ` +
        `give it the kind of one, or the construct itself (it has ${found.join(', ') || 'nothing'})`,
    );
  }
}

/**
 * Acknowledges on behalf of the program that an object, as it is so far, breaks a rule by what the program asks for.
 * An acknowledgement of the program's own wins.
 */
export function acknowledgeByDefault(object: ApiObject, rule: Rule, reason: string, target: Target): void {
  const rendered = object.toJson() as KubernetesObject;
  const resource = { object: rendered, origin: { constructPath: object.node.path, environment: '' } };
  const others = acknowledgements.get(object);
  const isByHand = rendered.metadata.annotations?.[ACKNOWLEDGE] !== undefined && others === undefined;
  if (isByHand || others?.some(({ acknowledgement }) => acknowledgement.rule === rule.id)) return;
  if (rule.severity[target.preset] === 'off' || rule.check([resource], target).length === 0) return;
  annotate(object, { rule: rule.id, reason }, true);
}

function annotate(object: ApiObject, acknowledgement: Acknowledgement, isDefault = false): void {
  const others = (acknowledgements.get(object) ?? []).filter(
    (other) => !other.isDefault || other.acknowledgement.rule !== acknowledgement.rule,
  );
  const all = [...others, { acknowledgement, isDefault }];
  acknowledgements.set(object, all);
  object.metadata.addAnnotation(ACKNOWLEDGE, JSON.stringify(all.map((entry) => entry.acknowledgement)));
}

function mainObject(construct: IConstruct, objects: readonly ApiObject[]): ApiObject | undefined {
  if (objects.length <= 1) return objects[0];
  const { defaultChild } = construct.node;
  if (defaultChild && ApiObject.isApiObject(defaultChild)) return defaultChild;
  const workloads = objects.filter(({ kind }) => WORKLOADS.has(kind));
  return workloads.length === 1 ? workloads[0] : undefined;
}

function objectsOf(construct: IConstruct): readonly ApiObject[] {
  return construct.node.findAll().filter((child): child is ApiObject => ApiObject.isApiObject(child));
}
