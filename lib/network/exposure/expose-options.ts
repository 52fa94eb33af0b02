import type { RoutePath, RouteTls } from '../../application/exposure';

/** What is wanted of an exposure. The environment's adapter says how; what it can't express is an error. */
export interface ExposeOptions {
  /** The path or paths that lead to the workload; a string is a prefix. @default - '/' */
  readonly paths?: string | readonly (string | PathOptions)[];
  /**
   * Where the certificate comes from: the environment (`true`), an existing Secret of type `kubernetes.io/tls`, or an
   * issuer of cert-manager, a ClusterIssuer unless it says otherwise; `false` for plain HTTP.
   * https://cert-manager.io/docs/usage/ingress/
   *
   * @default - the environment decides
   */
  readonly tls?: RouteTls;
  /**
   * Whether plain HTTP is redirected to HTTPS; with `false` and TLS, plain HTTP is not answered.
   *
   * @default - it is, where there is TLS and the adapter can
   */
  readonly redirect?: boolean;
  /**
   * The greatest request body, a quantity such as `20Mi`; a greater one is answered with 413.
   *
   * @default - the controller's limit
   */
  readonly bodySize?: string;
  /** How long a request may take, in whole seconds up to 86400. @default - the controller's limit */
  readonly timeout?: number;
  /** Keeps a client on one pod with a cookie; `true` names it `<workload>-sticky`. @default - any pod */
  readonly sticky?: true | { readonly cookie: string };
  /**
   * Sets a further exposure of the same workload apart: its objects are named `<workload>-<name>`.
   *
   * @default - the workload's name
   */
  readonly name?: string;
}

/** A path that leads to a workload. https://kubernetes.io/docs/concepts/services-networking/ingress/#path-types */
export interface PathOptions {
  /** An absolute path such as `/feeds`. */
  readonly path: string;
  /** `Prefix` leads to the path and all that is below it, `Exact` to the path alone. @default - 'Prefix' */
  readonly match?: RoutePath['match'];
  /** The name of the workload's port. @default - its first port */
  readonly port?: string;
}
