import { type Fields, fieldAt, mapsAt, textAt } from '../../../manifest/fields';
import { isMap } from '../../../manifest/pods';
import { groupOf } from '../../../manifest/references/reference';
import type { Resource } from '../../../manifest/resource';

/** The versions of a CustomResourceDefinition by name. */
export function versionsOf(definition: Resource | undefined): ReadonlyMap<string, Fields> {
  return new Map(
    mapsAt(definition?.object, 'spec', 'versions').map((version) => [textAt(version, 'name') ?? '', version]),
  );
}

/** The custom resources of a definition among the manifests. */
export function instancesOf({ object }: Resource, resources: readonly Resource[]): readonly Resource[] {
  const group = fieldAt(object, 'spec', 'group');
  const kind = fieldAt(object, 'spec', 'names', 'kind');
  return resources.filter((each) => each.object.kind === kind && groupOf(each.object.apiVersion) === group);
}

/** How a schema differs from a former one: fields that are gone, and what is newly asked for. */
export interface SchemaChange {
  readonly gone: readonly string[];
  readonly tightened: readonly string[];
}

/** Compares the schemas of a version. */
export function compareSchemas(before: unknown, after: unknown, path = ''): SchemaChange {
  const keeps = fieldAt(after, 'x-kubernetes-preserve-unknown-fields') === true;
  const [old, young] = [propertiesOf(before), propertiesOf(after)];
  const lost = Object.keys(old).filter((name) => !Object.hasOwn(young, name));
  const inner = Object.keys(old)
    .filter((name) => Object.hasOwn(young, name))
    .map((name) => compareSchemas(old[name], young[name], path === '' ? name : `${path}.${name}`));
  const nested = (['items', 'additionalProperties'] as const).flatMap((field) => {
    const [one, other] = [fieldAt(before, field), fieldAt(after, field)];
    return isMap(one) && isMap(other) ? [compareSchemas(one, other, `${path}[]`)] : [];
  });
  const at = (name: string) => (path === '' ? name : `${path}.${name}`);
  return {
    gone: [...(keeps ? [] : lost.map(at)), ...[...inner, ...nested].flatMap(({ gone }) => gone)],
    tightened: [...tighterThan(before, after, path), ...[...inner, ...nested].flatMap(({ tightened }) => tightened)],
  };
}

function propertiesOf(schema: unknown): Fields {
  const properties = fieldAt(schema, 'properties');
  return isMap(properties) ? properties : {};
}

const LEAST = ['minimum', 'minLength', 'minItems', 'minProperties'];
const MOST = ['maximum', 'maxLength', 'maxItems', 'maxProperties'];

function tighterThan(before: unknown, after: unknown, path: string): readonly string[] {
  const name = path || 'the object';
  const required = listAt(after, 'required').filter((each) => !listAt(before, 'required').includes(each));
  const allowed = listAt(after, 'enum');
  const banned = (allowed.length > 0 ? listAt(before, 'enum') : []).filter((each) => !allowed.includes(each));
  const [type, oldType] = [fieldAt(after, 'type'), fieldAt(before, 'type')];
  const limits = (fields: readonly string[], isTighter: (old: number | undefined, young: number) => boolean) =>
    fields.filter((field) => {
      const [old, young] = [fieldAt(before, field), fieldAt(after, field)];
      return typeof young === 'number' && isTighter(typeof old === 'number' ? old : undefined, young);
    });
  const rules = listAt(after, 'x-kubernetes-validations').length - listAt(before, 'x-kubernetes-validations').length;
  return [
    ...required.map((each) => `${path === '' ? '' : `${path}.`}${String(each)} is required`),
    ...banned.map((each) => `${name} may not be ${String(each)}`),
    ...(allowed.length > 0 && listAt(before, 'enum').length === 0
      ? [`${name} must be one of ${allowed.length} values`]
      : []),
    ...(type !== oldType && type !== undefined && oldType !== undefined
      ? [`${name} is ${String(type)}, was ${String(oldType)}`]
      : []),
    ...limits(LEAST, (old, young) => young > (old ?? -Infinity)).map((field) => `${field} of ${name}`),
    ...limits(MOST, (old, young) => young < (old ?? Infinity)).map((field) => `${field} of ${name}`),
    ...(fieldAt(after, 'pattern') !== undefined && fieldAt(after, 'pattern') !== fieldAt(before, 'pattern')
      ? [`pattern of ${name}`]
      : []),
    ...(rules > 0 ? [`${rules} more ${rules === 1 ? 'rule' : 'rules'} for ${name}`] : []),
  ];
}

function listAt(schema: unknown, field: string): readonly unknown[] {
  const list = fieldAt(schema, field);
  return Array.isArray(list) ? list : [];
}
