import { ApiObject, JsonPatch } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { KubernetesObject } from '../manifest/kubernetes-object';
import { InputError } from './input-error';

export { JsonPatch } from 'cdk8s';

/** A change of a rendered object. */
export type Change = (rendered: KubernetesObject) => KubernetesObject;

const changes = new WeakMap<ApiObject, Change[]>();

/**
 * Changes one rendered object of a construct, ours or of cdk8s-plus, where no prop says what you need. The operations
 * are applied to the final object, so that no field is lost on the way; each has to take effect, and the result passes
 * the gate like any other. A kind that the construct has not, or has several times, is a mistake.
 *
 * @param construct the construct that the object belongs to
 * @param kind the kind of the object, such as `Deployment`
 * @param operations RFC 6902 operations
 */
export function patch(construct: IConstruct, kind: string, ...operations: JsonPatch[]): void {
  const objects = construct.node.findAll().filter((child): child is ApiObject => ApiObject.isApiObject(child));
  const matches = objects.filter((object) => object.kind === kind);
  const [match] = matches;
  if (match && matches.length === 1) {
    addPatches(match, operations);
    return;
  }
  const found = objects.map((object) => `${object.kind} ${object.name}`).join(', ') || 'nothing';
  const problem = `patch needs exactly one ${kind}, but found ${matches.length}: name a kind that it has once (it has ${found})`;
  construct.node.addValidation({ validate: () => [problem] });
}

/** Remembers operations for one object. */
export function addPatches(object: ApiObject, operations: readonly JsonPatch[]): void {
  const name = `${object.kind} ${object.name}`;
  for (const operation of operations) addChange(object, (rendered) => applyOne(name, rendered, operation));
}

/** Remembers a change for one object. */
export function addChange(object: ApiObject, change: Change): void {
  changes.set(object, [...(changes.get(object) ?? []), change]);
}

/** Applies what was remembered for an object to its rendered form. */
export function applyChanges(object: ApiObject, rendered: KubernetesObject): KubernetesObject {
  return (changes.get(object) ?? []).reduce((before, change) => change(before), rendered);
}

function applyOne(name: string, before: KubernetesObject, operation: JsonPatch): KubernetesObject {
  const { op, path } = operation._toJson() as { op: string; path: string };
  const after = tryApply(`${name}: patch '${op} ${path}'`, before, operation);
  if (op !== 'test' && JSON.stringify(before) === JSON.stringify(after)) {
    throw new InputError(`${name}: patch '${op} ${path}' changes nothing: remove it, or correct its path or value`);
  }
  return after;
}

function tryApply(what: string, before: KubernetesObject, operation: JsonPatch): KubernetesObject {
  const { op, path } = operation._toJson() as { op: string; path: string };
  if (op === 'replace' && valueAt(before, path) === undefined) {
    throw new InputError(
      `${what} does not apply (there is nothing at this path): correct the path, or use JsonPatch.add`,
    );
  }
  try {
    return JsonPatch.apply(structuredClone(before), operation) as KubernetesObject;
  } catch (error) {
    const [reason] = String((error as Error).message).split('\n');
    throw new InputError(`${what} does not apply (${reason}): correct its path`, { cause: error });
  }
}

/** What a JSON pointer (RFC 6901) points at. */
function valueAt(document: unknown, pointer: string): unknown {
  const steps = pointer.split('/').slice(1);
  return steps.reduce<unknown>(
    (value, step) => (value as Record<string, unknown> | undefined)?.[step.replaceAll('~1', '/').replaceAll('~0', '~')],
    document,
  );
}
