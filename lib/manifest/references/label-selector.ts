import { mapsAt, textAt, textsAt } from '../fields';
import { isMap } from '../pods';
import { texts } from './workload-pods';

/** Which labels an object must have. One that asks for nothing selects everything. */
export interface Selector {
  readonly labels: readonly (readonly [key: string, value: string])[];
  readonly expressions: readonly SelectorExpression[];
}

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#set-based-requirement */
export interface SelectorExpression {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
}

/** A selector as workloads, policies and budgets write it; `undefined` where there is none. */
export function labelSelector(value: unknown): Selector | undefined {
  if (!isMap(value)) return undefined;
  const expressions = mapsAt(value, 'matchExpressions').map((expression) => ({
    key: textAt(expression, 'key') ?? '',
    operator: textAt(expression, 'operator') ?? '',
    values: textsAt(expression, 'values'),
  }));
  return { labels: Object.entries(texts(value.matchLabels)), expressions };
}

/** A selector as Services write it, a map of labels; `undefined` where there is none. */
export function equalitySelector(value: unknown): Selector | undefined {
  return isMap(value) ? { labels: Object.entries(texts(value)), expressions: [] } : undefined;
}

/** Whether a selector asks for nothing, and so selects everything. */
export function selectsAll({ labels, expressions }: Selector): boolean {
  return labels.length === 0 && expressions.length === 0;
}

/** Whether labels are what a selector asks for. */
export function matches(selector: Selector, labels: Readonly<Record<string, string>>): boolean {
  return (
    selector.labels.every((label) => labels[label[0]] === label[1]) &&
    selector.expressions.every((expression) => holds(expression, labels))
  );
}

function holds({ key, operator, values }: SelectorExpression, labels: Readonly<Record<string, string>>): boolean {
  const value = Object.hasOwn(labels, key) ? labels[key]! : undefined;
  if (operator === 'In') return value !== undefined && values.includes(value);
  if (operator === 'NotIn') return value === undefined || !values.includes(value);
  if (operator === 'Exists') return value !== undefined;
  if (operator === 'DoesNotExist') return value === undefined;
  return true;
}

/** A selector as people write it: `app=web, tier in (a, b)`. */
export function describeSelector({ labels, expressions }: Selector): string {
  const words = [
    ...labels.map(([key, value]) => `${key}=${value}`),
    ...expressions.map(({ key, operator, values }) => {
      if (operator === 'Exists') return key;
      if (operator === 'DoesNotExist') return `!${key}`;
      return `${key} ${operator === 'In' ? 'in' : 'notin'} (${values.join(', ')})`;
    }),
  ];
  return words.join(', ');
}
