import type { Route } from '../../application/exposure';
import { subdomainProblem } from '../../application/names';
import { quoted } from '../../application/quoted';

/**
 * An issuer of cert-manager, which has to exist: a ClusterIssuer by name, or one that says its kind.
 * https://cert-manager.io/docs/usage/ingress/
 */
export type Issuer = string | { readonly issuer: string; readonly kind?: 'ClusterIssuer' | 'Issuer' };

/** The Secret that an Ingress takes its certificate from, and the annotations that have it issued. */
export interface Certificate {
  /** The name of a Secret of type `kubernetes.io/tls`. */
  readonly secret: string;
  /** Annotations of the Ingress. */
  readonly annotations: Readonly<Record<string, string>>;
}

/**
 * The certificate of a route: the Secret that it names, else one from its issuer, else one from the environment's.
 * `undefined` where the route wants none, or none is known.
 */
export function certificateOf({ name, tls }: Route, issuer: Issuer | undefined): Certificate | undefined {
  if (tls === false) return undefined;
  if (typeof tls === 'object' && 'secret' in tls) return { secret: tls.secret, annotations: {} };
  const source = typeof tls === 'object' ? tls : issuer;
  if (source === undefined) return undefined;
  const { issuer: issuedBy, kind = 'ClusterIssuer' } = typeof source === 'string' ? { issuer: source } : source;
  const annotation = kind === 'Issuer' ? 'cert-manager.io/issuer' : 'cert-manager.io/cluster-issuer';
  return { secret: `${name}-tls`, annotations: { [annotation]: issuedBy } };
}

/** What to say where a route has TLS and no certificate is known. */
export function certificateProblem(adapter: string, route: Route, issuer: Issuer | undefined): string | undefined {
  if (route.tls === false || certificateOf(route, issuer)) return undefined;
  return (
    `${adapter} knows no certificate for '${route.hosts[0]}': ` +
    `say tls: { secret: '<name>' } or tls: { issuer: '<name>' }, give ${adapter}() an issuer, or say tls: false`
  );
}

/** What is wrong with the environment's issuer. */
export function issuerProblem(adapter: string, issuer: Issuer | undefined): string | undefined {
  if (issuer === undefined) return undefined;
  const { issuer: name, kind } = typeof issuer === 'string' ? { issuer, kind: undefined } : issuer;
  if (kind !== undefined && !['ClusterIssuer', 'Issuer'].includes(kind)) {
    return `${adapter}: issuer.kind is ${quoted(kind)}: use 'ClusterIssuer' or 'Issuer'`;
  }
  return subdomainProblem(`${adapter}: issuer`, name);
}
