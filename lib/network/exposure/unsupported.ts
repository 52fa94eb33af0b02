import type { Exposure, Intent, Route } from '../../application/exposure';

/** What a route asks for and the adapter can't express, each with its value and what to do about it. */
export function unsupportedIntents(route: Route, exposure: Exposure, environment: string): readonly string[] {
  return wishes(route)
    .filter(([intent]) => !exposure.intents.includes(intent))
    .map(([intent, value]) => {
      const remedy = exposure.remedies?.[intent] ?? 'leave it out there, or expose otherwise';
      return `${exposure.name} can't express ${intent} (${value}) in environment '${environment}': ${remedy}`;
    });
}

/** What a route asks for beside its hosts. */
function wishes({ paths, tls, redirect, bodySize, timeout, sticky }: Route): [Intent, string][] {
  const wanted: [Intent, string][] = paths
    .filter(({ path, match }) => path !== '/' || match !== 'Prefix')
    .map(({ path, match }) => ['paths', match === 'Prefix' ? path : `${match} ${path}`]);
  if (tls === true) wanted.push(['tls', 'true']);
  if (typeof tls === 'object') wanted.push('secret' in tls ? ['tls.secret', tls.secret] : ['tls.issuer', tls.issuer]);
  if (redirect) wanted.push(['redirect', 'true']);
  if (bodySize !== undefined) wanted.push(['bodySize', bodySize]);
  if (timeout !== undefined) wanted.push(['timeout', `${timeout}s`]);
  if (sticky) wanted.push(['sticky', sticky.cookie]);
  return wanted;
}
