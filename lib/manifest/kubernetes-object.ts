/** A Kubernetes object as plain data, of any kind and version. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta;
  readonly [field: string]: unknown;
}

/** The part of an object's metadata that Slipway reads. */
export interface ObjectMeta {
  readonly name: string;
  /** The namespace. @default - none, for what belongs to the cluster */
  readonly namespace?: string;
  /** Labels, by key. @default - none */
  readonly labels?: Readonly<Record<string, string>>;
  /** Annotations, by key. @default - none */
  readonly annotations?: Readonly<Record<string, string>>;
}
