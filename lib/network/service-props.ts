/** How a workload is reached in the cluster. https://kubernetes.io/docs/concepts/services-networking/service/ */
export interface ServiceProps {
  /** Where it is reached: in the cluster, on every node, or at a load balancer. @default - 'ClusterIP', or what the exposure needs */
  readonly type?: 'ClusterIP' | 'NodePort' | 'LoadBalancer';
  /** A name for each pod instead of one address for all. Clients then reach the pods' own ports. @default - false */
  readonly headless?: boolean;
  /** The port of a workload that says `port`. @default - 80, or the workload's own where the Service is headless */
  readonly port?: number;
  /** `ClientIP` keeps a client on one pod. @default - 'None', the API's */
  readonly sessionAffinity?: 'ClientIP';
  /** Seconds for which a client stays on its pod. @default - 10800, the API's */
  readonly sessionAffinitySeconds?: number;
  /** `Local` keeps the client's address and leaves out nodes without a pod; for NodePort and LoadBalancer. @default - 'Cluster', the API's */
  readonly externalTrafficPolicy?: 'Local';
  /** `Local` uses only pods of the client's node. @default - 'Cluster', the API's */
  readonly internalTrafficPolicy?: 'Local';
  /**
   * Which pods are used as long as there are any: those of the client's zone, from Kubernetes 1.31, or of its node, from
   * 1.34. `PreferClose` is what the zone is called before 1.34; either word is rendered as the clusters know it.
   *
   * @default - all pods alike
   */
  readonly trafficDistribution?: 'PreferSameZone' | 'PreferSameNode' | 'PreferClose';
  /** Who may use a load balancer, as address ranges. @default - anybody */
  readonly loadBalancerSourceRanges?: readonly string[];
  /** The implementation of a load balancer, such as `service.k8s.aws/nlb`. @default - the cluster's */
  readonly loadBalancerClass?: string;
  /** Whether pods are named before they are ready, as peers that look for each other need. @default - false */
  readonly publishNotReadyAddresses?: boolean;
  /** Annotations of the Service, such as a cloud's. @default - none */
  readonly annotations?: Readonly<Record<string, string>>;
}
