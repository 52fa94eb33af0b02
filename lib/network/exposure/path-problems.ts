import type { Route, RoutePath } from '../../application/exposure';
import { quoted } from '../../application/quoted';

/** What Ingress and HTTPRoute both accept, other than what has a problem of its own. */
const CHARACTERS = /^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})+$/;

/** What is wrong with the paths of a route. */
export function pathProblems(paths: Route['paths']): readonly string[] {
  const keys = paths.map(({ path, match }) => `${match} ${match === 'Prefix' ? withoutSlash(path) : path}`);
  if (keys.length === 0) return ["paths is empty: name at least one, or leave it out for '/'"];
  const problems = paths.flatMap(({ path, match }, index) => [
    pathProblem(path),
    ['Prefix', 'Exact'].includes(match)
      ? undefined
      : `path ${quoted(path)} has match ${quoted(match)}: use 'Prefix' or 'Exact'`,
    keys.indexOf(keys[index]!) === index ? undefined : `path ${quoted(path)} is given twice: remove one`,
  ]);
  return problems.filter((problem) => problem !== undefined);
}

/** A prefix means the same with and without a slash at its end. */
function withoutSlash(path: RoutePath['path']): string {
  return typeof path === 'string' ? path.replace(/\/$/, '') : quoted(path);
}

/** The rules of https://gateway-api.sigs.k8s.io/reference/spec/#httppathmatch, which are the stricter ones. */
function pathProblem(path: unknown): string | undefined {
  if (typeof path !== 'string' || path === '') return `path is ${quoted(path)}: write an absolute path such as '/'`;
  const problem = (what: string) => `path '${path.length > 80 ? `${path.slice(0, 80)}…` : path}' ${what}`;
  if (!path.startsWith('/')) return problem(`is not absolute: write '/${path}'`);
  if (path.includes('//')) return problem(`has an empty part: write '${path.replaceAll(/\/{2,}/g, '/')}'`);
  if (/\/\*{1,2}$/.test(path)) {
    return problem(
      `ends with a '*': a Prefix leads to all that is below it, so write '${path.replace(/\/\*+$/, '') || '/'}'`,
    );
  }
  if (/\/\.{1,2}(\/|$)/.test(path)) return problem("has a part '.' or '..': write the path that it stands for");
  if (/[?#]/.test(path)) return problem("has a '?' or '#', which begins a query or fragment: write the path alone");
  if (/%2f/i.test(path)) return problem("has an escaped '/': write the path without it");
  if (!CHARACTERS.test(path)) return problem("has a character that no path has: escape it, as in '%20'");
  return path.length > 1024 ? problem(`has ${path.length} characters: shorten it to at most 1024`) : undefined;
}
