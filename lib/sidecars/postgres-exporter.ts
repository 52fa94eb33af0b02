import { type Names, unknownNames } from '../application/unknown-names';
import type { CredentialKey } from '../config/credentials';
import { portNumberProblem } from '../containers/ports';
import type { ResourcePreset, Resources } from '../containers/resources';
import type { Sidecar, SidecarHost } from './sidecar';
import { credentialProblem } from './sink';

/** A PostgreSQL server in the same pod, and who may ask it. */
export interface PostgresLogin {
  /** The database. */
  readonly database: string;
  /** The user. */
  readonly user: string;
  /** The user's password, in a Secret. */
  readonly password: CredentialKey;
  /** The port that the server listens on. @default - 5432 */
  readonly port?: number;
}

/** How the exporter runs. */
export interface PostgresExporterProps {
  /** The image, with a tag or a digest. @default - 'quay.io/prometheuscommunity/postgres-exporter:v0.20.1' */
  readonly image?: string;
  /** What the exporter needs and may use. @default - 'tiny': 10m of CPU, 64Mi of memory, which is also the memory limit */
  readonly resources?: ResourcePreset | Resources;
}

/** The image's user is `nobody`, by name; a node can't tell that this is not root. */
const USER = 65534;
const PORT = 9187;

/**
 * Metrics of a PostgreSQL server, on port 9187, for the environment's `metricsFrom`.
 * https://github.com/prometheus-community/postgres_exporter
 */
export class PostgresExporter implements Sidecar {
  constructor(
    private readonly server: PostgresLogin,
    private readonly props: PostgresExporterProps = {},
  ) {}

  public bind(pod: SidecarHost): void {
    const { database, user, password, port = 5432 } = this.server;
    const { image = 'quay.io/prometheuscommunity/postgres-exporter:v0.20.1', resources = 'tiny' } = this.props;
    const problems = [
      ...unknownNames('PostgresExporter', this.props, {
        image: true,
        resources: true,
      } satisfies Names<PostgresExporterProps>),
      portNumberProblem('PostgresExporter.port', port),
      credentialProblem('PostgresExporter.password', password),
    ].filter((problem) => problem !== undefined);
    for (const problem of problems) pod.report(problem);
    if (problems.length > 0) return;
    pod.addSidecarContainer('postgres-exporter', {
      image,
      user: USER,
      env: {
        DATA_SOURCE_URI: `127.0.0.1:${port}/${encodeURIComponent(database)}?sslmode=disable`,
        DATA_SOURCE_USER: user,
        DATA_SOURCE_PASS_FILE: password.file,
      },
      ports: { metrics: PORT },
      metrics: { port: 'metrics' },
      resources,
      // its own page: /metrics asks the server, whose outage a restart of the exporter would not end
      health: { live: { http: '/', periodSeconds: 30, timeoutSeconds: 5, failureThreshold: 5 } },
    });
  }
}
