import type { VolumeSpec } from '../synth/kubernetes';

/** How a claim may be mounted. https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes */
export type AccessMode = 'ReadWriteOnce' | 'ReadWriteOncePod' | 'ReadWriteMany' | 'ReadOnlyMany';

/** What a volume is, beside its name. */
export type VolumeSource = Omit<VolumeSpec, 'name'>;

/** Something that can be mounted into a container: `EmptyDir`, `Claim`, `Config`, `Credentials` or a kind of your own. */
export interface Volume {
  /** The volume's name in the pod, a DNS label. */
  readonly volumeName: string;
  /** What the volume is. It is read when the pod is rendered. */
  readonly volumeSource: VolumeSource;
  /** Whether it can only be read; every mount of it is read-only then. @default - false */
  readonly readOnly?: boolean;
  /** How it may be shared, for a volume that outlives its pod. @default - the volume goes with the pod */
  readonly accessMode?: AccessMode;
  /** Annotations of the pods that mount it. @default - none */
  readonly podAnnotations?: Readonly<Record<string, string>>;
  /** What it is made of, if somebody else creates that. @default - nothing: it is rendered, or needs nothing */
  readonly external?: { readonly kind: string; readonly name: string };
  /** What is wrong with the volume; the workload that mounts it reports it. @default - nothing */
  readonly problems?: readonly string[];
}

/** How a volume is mounted. */
export interface MountOptions {
  /** Whether the container can only read it. @default - false, or true for a volume that can only be read */
  readonly readOnly?: boolean;
  /** Only this file or folder of the volume. Config and credentials mounted so do not follow changes. @default - all of it */
  readonly subPath?: string;
}
