import type { ConfigReference } from '../config/config';
import type { CredentialKey } from '../config/credentials';
import type { ResourcePreset, Resources } from '../containers/resources';
import type { StatefulServiceProps } from '../workloads/stateful-service';

/** What is asked of a database. */
export interface PostgresProps extends Pick<StatefulServiceProps, 'placement' | 'retention' | 'adopt' | 'serviceName'> {
  /** The version, such as '17' or '17.6'; another major version can't read the data of this one. */
  readonly version: string;
  /** The size of the data volume, such as `10Gi`. It can grow later, never shrink. */
  readonly storage: string;
  /** The password of the user, in a Secret. It is set when the database is first created. */
  readonly password: CredentialKey;
  /** The StorageClass of the data. @default - the environment's, or else the cluster's default class */
  readonly storageClass?: string;
  /** The database that is created. @default - the application's id */
  readonly database?: string;
  /** The user that owns it, a superuser. @default - the application's id */
  readonly user?: string;
  /** The connections that the server accepts; clients that say how many they open are added up. @default - 100, the server's */
  readonly maxConnections?: number;
  /** Settings of postgresql.conf, such as `{ shared_buffers: '256MB' }`. @default - the server's */
  readonly settings?: Readonly<Record<string, string | number>>;
  /** Scripts that run once, when the database is first created. @default - none */
  readonly initScripts?: ConfigReference;
  /** What the server needs and may use. @default - 'medium': 250m of CPU, 512Mi of memory, which is also the memory limit */
  readonly resources?: ResourcePreset | Resources;
  /** The image, with the files and the user of the official alpine one. @default - 'docker.io/library/postgres:<version>-alpine' */
  readonly image?: string;
}
