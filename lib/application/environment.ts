import type { ExternalReference, Target } from '../manifest/target';
import type { Exposure } from './exposure';
import type { Peer } from './peer';
import type { Placement } from './placement';

/** A named place to run: everything that the clusters decide and the application does not. */
export interface Environment {
  /** The name; the manifests are rendered into the folder of this name. */
  readonly name: string;
  /** The minor version of the environment's clusters, `1.28` to `1.37`; of several clusters, the oldest. */
  readonly kubernetes: string;
  /** How strict the gate is. @default - 'production' */
  readonly preset?: Target['preset'];
  /**
   * The Pod Security level that owned namespaces enforce.
   * https://kubernetes.io/docs/concepts/security/pod-security-standards/
   *
   * @default - 'restricted'
   */
  readonly podSecurity?: Target['podSecurity'];
  /** The kubeconfig context in the printed commands. @default - the current context */
  readonly context?: string;
  /** How workloads are exposed. @default - they can't be: `expose` is an error */
  readonly exposure?: Exposure;
  /** Where ingress traffic comes from; the network policies let it in. @default - what the exposure says */
  readonly ingressFrom?: readonly Peer[];
  /** Who scrapes metrics; the network policies let it in and pods get `prometheus.io` annotations. @default - nobody */
  readonly metricsFrom?: readonly Peer[];
  /** The ports of the DNS pods, which the network policies open: `[53, 5353]` on OpenShift. @default - 53 */
  readonly dnsPorts?: readonly number[];
  /** The StorageClass of claims. @default - the cluster's default class */
  readonly storageClass?: string;
  /**
   * Where images are pulled from instead of their own registry: one mirror for all, or a mirror for each registry
   * (`{ 'docker.io': 'mirror.example.com/dockerhub' }`).
   *
   * @default - each image's own registry
   */
  readonly registry?: string | Readonly<Record<string, string>>;
  /** Names of existing Secrets with registry credentials. @default - none */
  readonly pullSecrets?: readonly string[];
  /** Where pods run unless a workload says otherwise. @default - anywhere */
  readonly placement?: Placement;
  /** Labels of every object and pod. Changing them restarts every pod. @default - none */
  readonly labels?: Readonly<Record<string, string>>;
  /** Objects that manifests refer to and somebody else creates; no command is printed for a Secret in it. @default - none */
  readonly external?: readonly ExternalReference[];
  /**
   * CustomResourceDefinitions that the clusters have, such as `loadDefinitions(['crds'])`; they win over the ones that
   * the gate knows by itself.
   *
   * @default - none
   */
  readonly definitions?: Target['definitions'];
}

/** What the gate needs to know of an environment. */
export function targetOf(environment: Environment): Target {
  return {
    kubernetes: environment.kubernetes,
    podSecurity: environment.podSecurity ?? 'restricted',
    preset: environment.preset ?? 'production',
    definitions: environment.definitions,
    external: [
      ...(environment.external ?? []),
      ...[environment.pullSecrets ?? []].flat().map((name) => ({ kind: 'Secret', name })),
    ],
  };
}
