import { quoted } from './quoted';

const KEY = /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;

/** They are set from ids, and select the pods: another value would part a workload from its pods. */
const SELECTING = new Set(['app.kubernetes.io/name', 'app.kubernetes.io/instance']);

/** Whether a text is a qualified name: `name`, or `example.com/name`. Keys of labels and annotations are such names. */
export function isQualifiedName(text: unknown): boolean {
  return typeof text === 'string' && KEY.test(text);
}

/** What is wrong with labels that every object and pod gets. */
export function extraLabelProblems(what: string, labels: Readonly<Record<string, unknown>> = {}): readonly string[] {
  const selecting = Object.keys(labels).filter((key) => SELECTING.has(key));
  return [
    ...selecting.map((key) => `${what} has the key '${key}', which selects pods and is set from ids: remove it`),
    ...labelProblems(what, labels),
  ];
}

/** What is wrong with labels. https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/ */
export function labelProblems(what: string, labels: Readonly<Record<string, unknown>> = {}): readonly string[] {
  return Object.entries(labels).flatMap(([key, value]) => {
    if (!KEY.test(key))
      return [`${what} has the key '${key}', which is no label key: write it like 'team' or 'example.com/team'`];
    if (typeof value !== 'string') {
      const remedy = ['boolean', 'number'].includes(typeof value)
        ? `write '${String(value)}'`
        : 'give a text, or remove it';
      return [`${what}.${key} is ${quoted(value)}, which is no text: ${remedy}`];
    }
    if (VALUE.test(value)) return [];
    return [`${what}.${key} is '${value}', which is no label value: use at most 63 letters, digits, '-', '_' and '.'`];
  });
}
