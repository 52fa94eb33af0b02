import { type Fields, fieldAt, mapsAt, textsAt } from '../fields';
import { isMap } from '../pods';
import { valueProblems } from './value-problems';

/** What `allOf`, `anyOf`, `oneOf` and `not` have against a value; they restrict values and define no fields of their own. */
export function alternativeProblems(value: unknown, schema: Fields): readonly string[] {
  const { allOf, anyOf, oneOf, not } = schema;
  const problems: string[] = [];
  if ((allOf && !mapsAt(schema, 'allOf').every((part) => fits(value, part))) || (isMap(not) && fits(value, not))) {
    problems.push('is not allowed by the definition');
  }
  const any = anyOf ? mapsAt(schema, 'anyOf') : [];
  if (any.length > 0 && !any.some((part) => fits(value, part))) {
    problems.push(`fits none of the alternatives (anyOf)${describe(any)}`);
  }
  const one = oneOf ? mapsAt(schema, 'oneOf') : [];
  const matching = one.filter((part) => fits(value, part)).length;
  if (one.length > 0 && matching !== 1) {
    const found = matching === 0 ? 'none' : 'several';
    problems.push(`fits ${found} of the alternatives (oneOf), and must fit one${describe(one)}`);
  }
  return problems;
}

/** Whether a value, all that is in it included, has nothing that a part of a schema forbids. */
function fits(value: unknown, part: Fields): boolean {
  if (value === null && part.nullable === true) return true;
  if (valueProblems(value, part).length > 0) return false;
  if (alternativeProblems(value, part).length > 0) return false;
  if (Array.isArray(value)) {
    const items = fieldAt(part, 'items');
    return !isMap(items) || value.every((item) => fits(item, items));
  }
  return !isMap(value) || fieldsFit(value, part);
}

function fieldsFit(value: Fields, part: Fields): boolean {
  const properties = (fieldAt(part, 'properties') ?? {}) as Fields;
  const others = fieldAt(part, 'additionalProperties');
  if (textsAt(part, 'required').some((key) => !Object.hasOwn(value, key))) return false;
  return Object.entries(value).every(([key, item]) => {
    const field = Object.hasOwn(properties, key) ? properties[key] : others;
    return !isMap(field) || fits(item, field);
  });
}

/** Which fields tell alternatives apart, where that is all they say: `: a, b + c`. */
function describe(parts: readonly Fields[]): string {
  const words = parts.map((part) => textsAt(part, 'required').join(' + '));
  return words.every((word, index) => word !== '' && Object.keys(parts[index]!).length === 1)
    ? `: ${words.join(', ')}`
    : '';
}
