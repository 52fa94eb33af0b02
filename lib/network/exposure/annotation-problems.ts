import { quoted } from '../../application/quoted';

/** `<name>` or `<DNS prefix>/<name>`. https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/ */
const KEY =
  /^(?:(?=[^/]{1,253}\/)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/)?(?=[^/]{1,63}$)[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/** What is wrong with annotations that somebody wrote. */
export function annotationProblems(what: string, annotations: unknown): readonly string[] {
  return Object.entries(Object(annotations)).flatMap(([key, value]) => {
    if (!KEY.test(key)) return [`${what} has the key '${key}', which is none: write '<prefix>/<name>'`];
    return typeof value === 'string' ? [] : [`${what}['${key}'] is ${quoted(value)}: write it in quotes`];
  });
}
