import { customSchemaOf } from '../../manifest/custom/custom-schema';
import { type Fields, fieldAt, mapsAt, textAt, valueAt } from '../../manifest/fields';
import type { KubernetesObject } from '../../manifest/kubernetes-object';
import { isMap } from '../../manifest/pods';
import { pathOf, type Steps, stepTo } from './changed-paths';
import { sameJson } from './same-json';
import type { Update } from './update';

/** The schema of a custom resource, if its own definition is known: that of another release may differ. */
export function customSchema(object: KubernetesObject, definitions: readonly KubernetesObject[]): Fields | undefined {
  const known = customSchemaOf(object, definitions);
  return known && !known.isOpen ? known.schema : undefined;
}

/**
 * The transition rules of a custom resource's definition: what compares `self` with `oldSelf` may forbid a change. Only
 * the plainest are understood, those that say that a value stays as it is.
 * https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#transition-rules
 */
export function checkCustom(update: Update): void {
  const schema = customSchema(update.after, update.circumstances.definitions ?? []);
  if (schema) checkValue(update, schema, update.before, update.after, []);
}

function checkValue(update: Update, schema: Fields, before: unknown, after: unknown, steps: Steps): void {
  if (before === undefined || after === undefined || sameJson(before, after)) return;
  for (const rule of mapsAt(schema, 'x-kubernetes-validations')) checkRule(update, rule, before, after, steps);
  if (isMap(before) && isMap(after)) {
    for (const [field, value] of Object.entries(after)) {
      const inner = fieldAt(schema, 'properties', field) ?? fieldAt(schema, 'additionalProperties');
      if (isMap(inner)) checkValue(update, inner, before[field], value, [...steps, field]);
    }
  }
  const items = fieldAt(schema, 'items');
  if (Array.isArray(before) && Array.isArray(after) && isMap(items) && isCorrelated(schema)) {
    const old = new Map(before.map((item: unknown, at) => [keyIn(item, schema, at), item]));
    after.forEach((item: unknown, at) => {
      checkValue(update, items, old.get(keyIn(item, schema, at)), item, [...steps, stepTo(item, at, undefined)]);
    });
  }
}

/** Only items of a list that has keys are compared with what they were. */
function isCorrelated(schema: Fields): boolean {
  return schema['x-kubernetes-list-type'] === 'map';
}

function keyIn(item: unknown, schema: Fields, index: number): string {
  const keys = schema['x-kubernetes-list-map-keys'];
  return Array.isArray(keys) && isMap(item) ? JSON.stringify(keys.map((key) => item[String(key)])) : String(index);
}

function checkRule(update: Update, rule: Fields, before: unknown, after: unknown, steps: Steps): void {
  const text = textAt(rule, 'rule') ?? '';
  if (!/\boldSelf\b/.test(text)) return;
  const fields = staying(text);
  if (!fields)
    return update.doubt(`whether the rule "${text.trim()}" allows the change of ${pathOf(steps) || 'the object'}`);
  if (sameJson(valueAt(before, fields), valueAt(after, fields))) return;
  update.refuse(pathOf([...steps, ...fields]), textAt(rule, 'message') ?? `failed rule: ${text.trim()}`);
}

/** The field that `self.a.b == oldSelf.a.b` keeps as it is. */
function staying(rule: string): readonly string[] | undefined {
  const match = /^\s*(self|oldSelf)((?:\.\w+)*)\s*==\s*(self|oldSelf)((?:\.\w+)*)\s*$/.exec(rule);
  if (!match || match[1] === match[3] || match[2] !== match[4]) return undefined;
  return match[2]!.split('.').slice(1);
}
