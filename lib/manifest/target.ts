import type { KubernetesObject } from './kubernetes-object';

/** What a check needs to know of the clusters that the manifests are for. */
export interface Target {
  /** The minor version, such as `1.33`. */
  readonly kubernetes: string;
  readonly podSecurity: 'privileged' | 'baseline' | 'restricted';
  readonly preset: 'development' | 'production';
  /** Objects that live outside the manifests. */
  readonly external: readonly ExternalReference[];
  /** CustomResourceDefinitions of the clusters. @default - only those among the manifests */
  readonly definitions?: readonly KubernetesObject[];
}

/** An object that manifests refer to and somebody else creates. */
export interface ExternalReference {
  readonly kind: string;
  readonly name: string;
  /** The namespace of the object. @default - any namespace */
  readonly namespace?: string;
  /** The keys of a ConfigMap or Secret. @default - not checked */
  readonly keys?: readonly string[];
}
