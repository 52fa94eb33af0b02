import type { k8s } from 'cdk8s-plus-28';

/**
 * The generated types of cdk8s-plus-28 as they stand in YAML: a quantity and an int-or-string are plain values, and the
 * names that the generator spells differently are the API's own (`clusterIp` is `clusterIP`).
 *
 * What is written with these types reaches the file as it is. The generated classes would drop every field that
 * Kubernetes 1.28 did not know, without an error.
 */
export type Plain<T> = T extends string | number | boolean | undefined
  ? T
  : T extends Date
    ? string
    : T extends readonly (infer Item)[]
      ? readonly Plain<Item>[]
      : [keyof T] extends ['value']
        ? string | number
        : { readonly [Key in keyof T as ApiName<Key>]: Plain<T[Key]> & Newer<Key> };

/** The generator's spellings that differ from the API's. */
interface ApiNames {
  clientIp: 'clientIP';
  clusterIp: 'clusterIP';
  downwardApi: 'downwardAPI';
  hostIp: 'hostIP';
  hostIpc: 'hostIPC';
  hostPid: 'hostPID';
  loadBalancerIp: 'loadBalancerIP';
  setHostnameAsFqdn: 'setHostnameAsFQDN';
}
type ApiName<Key> = Key extends keyof ApiNames ? ApiNames[Key] : Key;

/** Fields that are newer than Kubernetes 1.28, by the field that holds them. */
type Newer<Key> = Key extends 'preStop' | 'postStart' ? { readonly sleep?: { readonly seconds: number } } : unknown;

export type Affinity = Plain<k8s.Affinity>;
export type ContainerSpec = Plain<k8s.Container>;
export type DeploymentSpec = Plain<k8s.DeploymentSpec>;
export type EnvVar = Plain<k8s.EnvVar>;
export type EnvVarSource = Plain<k8s.EnvVarSource>;
export type HorizontalPodAutoscalerSpec = Plain<k8s.HorizontalPodAutoscalerSpecV2>;
export type IngressSpec = Plain<k8s.IngressSpec>;
export type LifecycleHandler = Plain<k8s.LifecycleHandler> & Newer<'preStop'>;
export type NetworkPolicySpec = Plain<k8s.NetworkPolicySpec>;
export type NetworkPolicyPeer = Plain<k8s.NetworkPolicyPeer>;
export type NetworkPolicyPort = Plain<k8s.NetworkPolicyPort>;
export type PersistentVolumeClaimSpec = Plain<k8s.PersistentVolumeClaimSpec>;
export type PodDisruptionBudgetSpec = Plain<k8s.PodDisruptionBudgetSpec>;
export type PodSpec = Plain<k8s.PodSpec>;
export type PodTemplate = Plain<k8s.PodTemplateSpec>;
export type ProbeSpec = Plain<k8s.Probe>;
export type SecurityContext = Plain<k8s.SecurityContext>;
/** `trafficDistribution` is newer than 1.28 (KEP-4444). */
export type ServiceSpec = Plain<k8s.ServiceSpec> & { readonly trafficDistribution?: string };
export type StatefulSetSpec = Plain<k8s.StatefulSetSpec>;
export type Toleration = Plain<k8s.Toleration>;
export type TopologySpreadConstraint = Plain<k8s.TopologySpreadConstraint>;
export type VolumeMount = Plain<k8s.VolumeMount>;
export type VolumeSpec = Plain<k8s.Volume>;
