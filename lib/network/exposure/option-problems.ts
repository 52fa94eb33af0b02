import type { RouteTls } from '../../application/exposure';
import { labelProblem, subdomainProblem } from '../../application/names';
import { type Names, unknownNames } from '../../application/unknown-names';
import { parseQuantity } from '../../manifest/quantity';
import type { ExposeOptions, PathOptions } from './expose-options';
import { quoted } from '../../application/quoted';

const OPTIONS: Names<ExposeOptions> = {
  paths: true,
  tls: true,
  redirect: true,
  bodySize: true,
  timeout: true,
  sticky: true,
  name: true,
};
const PATH: Names<PathOptions> = { path: true, match: true, port: true };
/** A token of RFC 6265, section 4.1.1. */
const COOKIE = /^[-!#$%&'*+.^_`|~A-Za-z0-9]{1,128}$/;

/** What is wrong with the options of an exposure, whatever the adapter. */
export function optionProblems(options: ExposeOptions): readonly string[] {
  const { tls, redirect, name } = options;
  const paths = [options.paths ?? []].flat().filter((path) => typeof path === 'object');
  const problems = [
    ...unknownNames('options', options, OPTIONS),
    ...paths.flatMap((path) => unknownNames('paths', path, PATH)),
    tls === undefined ? undefined : tlsProblem(tls),
    redirectProblem(redirect, tls),
    bodySizeProblem(options.bodySize),
    timeoutProblem(options.timeout),
    stickyProblem(options.sticky),
    name === undefined ? undefined : labelProblem('name', name),
  ];
  return problems.filter((problem) => problem !== undefined);
}

function tlsProblem(tls: RouteTls): string | undefined {
  if (typeof tls === 'boolean') return undefined;
  const { secret, issuer, kind }: { secret?: unknown; issuer?: unknown; kind?: unknown } = Object(tls);
  if ((secret === undefined) === (issuer === undefined)) {
    return `tls is ${quoted(tls)}: use true, false, { secret: '<name>' } or { issuer: '<name>' }`;
  }
  if (secret !== undefined) return subdomainProblem('tls.secret', secret);
  if (kind !== undefined && kind !== 'ClusterIssuer' && kind !== 'Issuer') {
    return `tls.kind is ${quoted(kind)}: use 'ClusterIssuer' or 'Issuer'`;
  }
  return subdomainProblem('tls.issuer', issuer);
}

function redirectProblem(redirect: unknown, tls: RouteTls | undefined): string | undefined {
  if (redirect !== undefined && typeof redirect !== 'boolean') {
    return `redirect is ${quoted(redirect)}: use true or false`;
  }
  if (!redirect || tls !== false) return undefined;
  return 'redirect is true and tls is false, so there is no HTTPS to redirect to: remove one';
}

function bodySizeProblem(bodySize: unknown): string | undefined {
  const bytes = parseQuantity(bodySize) ?? 0;
  if (bodySize === undefined || (Number.isSafeInteger(bytes) && bytes > 0)) return undefined;
  return `bodySize is ${quoted(bodySize)}: write a quantity of whole bytes such as '20Mi'`;
}

function timeoutProblem(timeout: unknown): string | undefined {
  if (timeout === undefined || (Number.isInteger(timeout) && Number(timeout) >= 1 && Number(timeout) <= 86400)) {
    return undefined;
  }
  return `timeout is ${quoted(timeout)}: write whole seconds from 1 to 86400`;
}

function stickyProblem(sticky: unknown): string | undefined {
  if (sticky === undefined || sticky === true) return undefined;
  const { cookie }: { cookie?: unknown } = Object(sticky);
  if (typeof cookie === 'string' && COOKIE.test(cookie)) return undefined;
  if (cookie === undefined) return `sticky is ${quoted(sticky)}: use true or { cookie: '<name>' }`;
  return `sticky.cookie is ${quoted(cookie)}: use letters, digits, '-', '_' and '.', at most 128`;
}
