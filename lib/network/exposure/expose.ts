import { type Exposure, exposureProblem, type Route, type RoutePath } from '../../application/exposure';
import type { ExposeOptions, PathOptions } from './expose-options';
import { hostProblems } from './host-problems';
import { optionProblems } from './option-problems';
import { pathProblems } from './path-problems';
import { quoted } from '../../application/quoted';
import { unsupportedIntents } from './unsupported';

/** The workload that is exposed, and where. */
export interface ExposedWorkload {
  /** The workload's name; its objects are named after it. */
  readonly name: string;
  /** The namespace of its objects. */
  readonly namespace: string;
  /** The name of its Service. */
  readonly service: string;
  /** The Service's TCP ports; the first is the default. */
  readonly ports: readonly RoutePath['port'][];
  /** The environment's name. */
  readonly environment: string;
  /** The environment's adapter. @default - none: exposing is an error */
  readonly exposure?: Exposure;
}

/** The route that a workload asks for, or what is wrong with it. */
export type RouteResult =
  | { readonly route: Route; readonly problems: readonly [] }
  | { readonly route?: undefined; readonly problems: readonly string[] };

/** Turns what `expose` was called with into a route that the environment's adapter can render, or into problems. */
export function toRoute(
  workload: ExposedWorkload,
  hosts: string | readonly string[],
  options: ExposeOptions = {},
): RouteResult {
  const { environment, exposure } = workload;
  if (!exposure) {
    return failed([`environment '${environment}' has no exposure: give it one, such as traefik() or nodePort()`]);
  }
  // the environment reports it
  if (exposureProblem(exposure)) return failed([]);
  const list = [hosts].flat();
  const targets = [options.paths ?? '/'].flat().map((path) => toPath(path, workload));
  const paths = targets.filter((target) => typeof target !== 'string');
  const problems = [
    ...hostProblems(list, exposure.intents.includes('paths')),
    ...targets.filter((target) => typeof target === 'string'),
    ...(paths.length === targets.length ? pathProblems(paths) : []),
    ...optionProblems(options),
  ];
  const [host, ...others] = list;
  if (problems.length > 0 || host === undefined) return failed(problems);
  const route = fill(workload, [host, ...others], paths, options);
  const refused = [...unsupportedIntents(route, exposure, environment), ...(exposure.problems?.(route) ?? [])];
  return refused.length > 0 ? failed(refused) : { route, problems: [] };
}

function failed(problems: readonly string[]): RouteResult {
  return { problems: problems.map((problem) => `expose: ${problem}`) };
}

/** A path with its port, or what is wrong with the port. */
function toPath(options: string | PathOptions, { service, ports }: ExposedWorkload): RoutePath | string {
  const asked: PathOptions = typeof options === 'object' ? { ...options } : { path: options };
  const { path, match = 'Prefix', port: name } = asked;
  const port = name === undefined ? ports[0] : ports.find((candidate) => candidate.name === name);
  if (port) return { path, match, service, port };
  if (ports.length === 0) return 'the workload has no TCP port: give it the port that requests go to';
  const known = ports.map((candidate) => `'${candidate.name}'`).join(', ');
  return `path ${quoted(path)} leads to port ${quoted(name)}, which the workload does not have (it has ${known}): correct the name`;
}

function fill(
  workload: ExposedWorkload,
  hosts: Route['hosts'],
  paths: Route['paths'],
  { tls, redirect, bodySize, timeout, sticky, name }: ExposeOptions,
): Route {
  const cookie = typeof sticky === 'object' ? sticky.cookie : `${workload.name}-sticky`;
  return {
    name: name === undefined ? workload.name : `${workload.name}-${name}`,
    namespace: workload.namespace,
    hosts,
    paths,
    tls,
    redirect,
    bodySize,
    timeout,
    sticky: sticky === undefined ? undefined : { cookie },
  };
}
