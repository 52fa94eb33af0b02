import type { KubernetesObject } from '../manifest/kubernetes-object';
import type { Peer } from './peer';
import { quoted } from './quoted';

/** What an application wants of its exposure, without saying how. Host and paths are always wanted. */
export type Intent = 'paths' | 'tls' | 'tls.secret' | 'tls.issuer' | 'redirect' | 'bodySize' | 'timeout' | 'sticky';

/** How an environment brings traffic to a workload: one adapter for each ingress controller, Gateway API or Service type. */
export interface Exposure {
  /** The adapter's name, as errors show it. */
  readonly name: string;
  /** What it can express; any other intent is an error, never a dropped annotation. */
  readonly intents: readonly Intent[];
  /** What to do about an intent that it can't express; the error ends with it. @default - leave it out */
  readonly remedies?: Readonly<Partial<Record<Intent, string>>>;
  /** Where the traffic comes from. @default - the environment says it in `ingressFrom` */
  readonly from?: readonly Peer[] | 'anywhere';
  /** What is wrong with the adapter's own settings, and what else it can't express of a route. @default - nothing */
  problems?(route: Route): readonly string[];
  /** The objects and settings that express a route that has no problem. */
  render(route: Route): Exposed;
}

/** A workload's wish to be reachable, with every default filled in. */
export interface Route {
  /** The name of the objects that the route becomes. */
  readonly name: string;
  readonly namespace: string;
  /** At least one host, such as `reader.example.com`; with a port only where the adapter has no paths. */
  readonly hosts: readonly [string, ...string[]];
  readonly paths: readonly RoutePath[];
  /** Where the certificate comes from. @default - the application leaves it to the environment */
  readonly tls?: RouteTls;
  /** Whether plain HTTP is redirected to HTTPS. @default - the application leaves it to the environment */
  readonly redirect?: boolean;
  /** The greatest request body, a quantity such as `20Mi`. @default - the controller's limit */
  readonly bodySize?: string;
  /** How long a request may take, in seconds. @default - the controller's limit */
  readonly timeout?: number;
  /** The cookie that keeps a client on one pod. @default - none: any pod */
  readonly sticky?: { readonly cookie: string };
}

/** Where a certificate comes from. `true`: the environment knows; `false`: none, plain HTTP. */
export type RouteTls =
  boolean | { readonly secret: string } | { readonly issuer: string; readonly kind?: 'ClusterIssuer' | 'Issuer' };

/** A path and the Service port that serves it. */
export interface RoutePath {
  readonly path: string;
  readonly match: 'Prefix' | 'Exact';
  readonly service: string;
  readonly port: { readonly name: string; readonly number: number };
}

/** What an adapter makes of a route. */
export interface Exposed {
  /** Objects without namespace and common labels, which the application adds. @default - none */
  readonly objects?: readonly KubernetesObject[];
  /** What changes on the workload's Service. @default - nothing */
  readonly service?: {
    /** The type of the Service. @default - the Service's own type */
    readonly type?: 'NodePort' | 'LoadBalancer';
    /** Annotations of the Service. @default - none */
    readonly annotations?: Readonly<Record<string, string>>;
    /** The fixed node port of the port that the route's paths lead to. @default - the cluster picks one */
    readonly nodePort?: number;
    /** The implementation of a load balancer. It can't change later. @default - the cluster's */
    readonly loadBalancerClass?: string;
  };
}

/** What is wrong with what is no adapter at all. */
export function exposureProblem(exposure: unknown): string | undefined {
  if (typeof exposure === 'object' && exposure !== null && 'render' in exposure && 'intents' in exposure)
    return undefined;
  if (typeof exposure === 'function')
    return `exposure is ${quoted(exposure)}: call it, as in ${exposure.name || 'traefik'}()`;
  return `exposure is ${quoted(exposure)}: give an adapter, such as traefik() or nodePort()`;
}
