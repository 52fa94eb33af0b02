import type { Construct } from 'constructs';
import { Application } from '../application/application';
import { addProblem } from '../application/problem';
import type { CredentialKey } from '../config/credentials';
import type { Env } from '../containers/env';
import type { Probe } from '../containers/probe';
import type { Client } from '../network/connection';
import { ClaimTemplate } from '../storage/claim-template';
import { EmptyDir } from '../storage/empty-dir';
import { StatefulService, type StatefulServiceProps } from '../workloads/stateful-service';
import { ConnectionBudget } from './connection-budget';
import { ExternalPostgres, type ExternalPostgresProps } from './external-postgres';
import type { PostgresProps } from './postgres-props';
import { libpqVariables, POSTGRES_DSN, POSTGRES_URL, type PostgresAccess } from './postgres-access';
import { majorVersion, passwordProblem, postgresProblems } from './postgres-problems';

/** The user of the official alpine image. */
const USER = 70;
const PORT = 5432;

/**
 * A PostgreSQL server with its data on a volume: one replica, for an application of its own. For a server that survives
 * the loss of its node without a pause, use an operator or a managed one, and `Postgres.external`.
 */
export class Postgres extends StatefulService implements PostgresAccess {
  /** A connection string of the variables that `connectTo` sets, for clients that need one. The password is not in it. */
  public static readonly DSN = POSTGRES_DSN;
  /** The same as a URL, with the password, which then must be safe in a URL. */
  public static readonly URL = POSTGRES_URL;

  /** A server that somebody else runs, such as a managed one. */
  public static external(host: string, props: ExternalPostgresProps): ExternalPostgres {
    return new ExternalPostgres(host, props);
  }

  public readonly database: string;
  public readonly user: string;
  public readonly password: CredentialKey;
  /** The name of its Service. */
  private readonly host: string;
  private readonly budget: ConnectionBudget;

  /** @param id the name of its objects, and of the host that clients connect to */
  constructor(scope: Construct, id: string, given: PostgresProps) {
    const props = given ?? {};
    const application = Application.of(scope).node.id;
    const { database = application, user = application } = props;
    super(scope, id, serviceProps(props, database, user));
    this.database = database;
    this.user = user;
    this.password = props.password;
    this.host = props.serviceName ?? this.name;
    this.budget = new ConnectionBudget(props.maxConnections ?? 100);
    this.node.addValidation({ validate: () => this.budget.problems() });
    for (const problem of postgresProblems(props)) addProblem(this, problem);
    this.mountVolumes(props);
  }

  public override admit(client: Client): void {
    super.admit(client);
    this.budget.add(client);
  }

  public variablesFor(client: Client): Env {
    const elsewhere = client.namespace !== this.application.namespace;
    const host = elsewhere ? `${this.host}.${this.application.namespace}` : this.host;
    return libpqVariables(host, PORT, this, 'disable');
  }

  /** What the server writes; everything else is read-only. The data lies in a folder of the volume, beside `lost+found`. */
  private mountVolumes({ version, storage, storageClass, initScripts }: PostgresProps): void {
    const claim = new ClaimTemplate('data', { size: storage, accessMode: 'ReadWriteOnce', storageClass });
    this.mount(dataFolders(version).volume, claim);
    this.mount('/var/run/postgresql', new EmptyDir('run', { size: '16Mi' }));
    this.mount('/dev/shm', new EmptyDir('shm', { size: '128Mi', medium: 'Memory' }));
    if (initScripts) this.mount('/docker-entrypoint-initdb.d', initScripts);
  }
}

function serviceProps(props: PostgresProps, database: string, user: string): StatefulServiceProps {
  const { version, maxConnections, settings = {}, placement, retention, adopt, serviceName } = props;
  const all = { ...(maxConnections !== undefined && { max_connections: maxConnections }), ...settings };
  const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return {
    image: props.image ?? `docker.io/library/postgres:${version}-alpine`,
    args: args.length > 0 ? args : undefined,
    user: USER,
    ports: { postgres: PORT },
    env: {
      POSTGRES_DB: database,
      POSTGRES_USER: user,
      ...(passwordProblem(props.password) === undefined && { POSTGRES_PASSWORD_FILE: props.password.file }),
      POSTGRES_INITDB_ARGS: '--data-checksums',
      PGDATA: dataFolders(version).data,
    },
    health: health(database, user),
    resources: props.resources ?? 'medium',
    // a fast shutdown writes everything that is in memory
    terminationGracePeriodSeconds: 120,
    placement,
    retention,
    adopt,
    serviceName,
  };
}

/** Over TCP: while the database is created, a temporary server answers on the socket. Recovery after a crash takes minutes. */
function health(database: string, user: string): StatefulServiceProps['health'] {
  const ask: Probe = { exec: ['pg_isready', '-h', '127.0.0.1', '-U', user, '-d', database] };
  return {
    ready: ask,
    live: { ...ask, failureThreshold: 6 },
    start: { ...ask, periodSeconds: 5, failureThreshold: 120 },
  };
}

/**
 * Where the image mounts its volume; that changed with 18 (https://hub.docker.com/_/postgres). The data stays at the same
 * place in the volume, so that a new major version finds the old data and refuses it, instead of beginning an empty one.
 */
function dataFolders(version: string): { readonly volume: string; readonly data: string } {
  const major = majorVersion(version) ?? 17;
  return major >= 18
    ? { volume: '/var/lib/postgresql', data: '/var/lib/postgresql/pgdata' }
    : { volume: '/var/lib/postgresql/data', data: '/var/lib/postgresql/data/pgdata' };
}
