import type { ConfigReference } from '../config/config';
import type { ConfigValue } from '../config/config-data';
import type { CredentialKey } from '../config/credentials';
import type { Env } from './env';
import type { Lifecycle } from './lifecycle';
import type { Health } from './probe';
import type { ResourcePreset, Resources } from './resources';

/** What a container runs, knows, needs and is allowed. */
export interface ContainerProps {
  /** The image, with a tag or a digest. */
  readonly image: string;
  /** The program, instead of the image's entrypoint. @default - the image's */
  readonly command?: readonly string[];
  /** The program's arguments, instead of the image's command. @default - the image's */
  readonly args?: readonly string[];
  /** The folder that the program runs in, an absolute path. @default - the image's */
  readonly workingDir?: string;
  /** Variables that everybody may read; they become a ConfigMap whose change rolls the pods. @default - none */
  readonly config?: Readonly<Record<string, ConfigValue>> | ConfigReference;
  /** Variables whose values are in a Secret. They come first, so `env` can use them as `$(NAME)`. @default - none */
  readonly secrets?: Readonly<Record<string, CredentialKey>>;
  /** Variables in the manifest itself: literals, compositions, fields, paths of credential files. @default - none */
  readonly env?: Env;
  /** What it needs and may use: a preset, or quantities. @default - 'small': 50m of CPU, 128Mi of memory, which is also the memory limit */
  readonly resources?: ResourcePreset | Resources;
  /** How Kubernetes learns the container's state. @default - see each probe */
  readonly health?: Health;
  /** What runs after the start and before the end. @default - see each hook */
  readonly lifecycle?: Lifecycle;
  /** When the node pulls the image. @default - the cluster's: `Always` for `latest`, else `IfNotPresent` */
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  /** What the container may do beside what Pod Security "restricted" allows. @default - nothing */
  readonly security?: ContainerSecurity;
  /** The limit of a scratch volume at `/tmp`, or `false` for none. @default - '64Mi' for a workload's own container, else none */
  readonly tmp?: string | false;
  /** Whether the image has a `sleep` command, with which a container drains before Kubernetes 1.30. @default - false */
  readonly shell?: boolean;
}

/** What a container runs that ends before the others start. Nobody asks for its health, and nothing stops it. */
export type InitContainerProps = Omit<ContainerProps, 'health' | 'lifecycle'>;

/**
 * What a container may do. Everything here weakens the default, and the namespace or the gate may refuse it.
 * https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export interface ContainerSecurity {
  /** Whether the image's files can only be read. @default - true */
  readonly readOnlyRootFilesystem?: boolean;
  /** Capabilities beside none. "restricted" allows `NET_BIND_SERVICE` alone. @default - none */
  readonly addCapabilities?: readonly string[];
  /** Whether a process may get more rights than its parent. @default - false */
  readonly allowPrivilegeEscalation?: boolean;
  /** Whether it may do what the node may. @default - false */
  readonly privileged?: boolean;
}
