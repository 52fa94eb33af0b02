import type { CredentialKey } from '../config/credentials';
import type { Env } from '../containers/env';

/** What a client has to know of a PostgreSQL server. */
export interface PostgresAccess {
  /** The database. */
  readonly database: string;
  /** The user. */
  readonly user: string;
  /** The user's password, in a Secret. */
  readonly password: CredentialKey;
}

/** Whether and how a connection is encrypted. https://www.postgresql.org/docs/current/libpq-ssl.html */
export type SslMode = 'disable' | 'prefer' | 'require' | 'verify-ca' | 'verify-full';

/**
 * The variables of libpq, which most clients read.
 * https://www.postgresql.org/docs/current/libpq-envars.html
 */
export function libpqVariables(host: string, port: number, access: PostgresAccess, sslMode: SslMode): Env {
  return {
    PGHOST: host,
    PGPORT: String(port),
    PGDATABASE: access.database,
    PGUSER: access.user,
    PGPASSWORD: access.password,
    PGSSLMODE: sslMode,
  };
}

/**
 * A connection string made of the variables that `connectTo` sets. The password is not in it: clients read it from
 * PGPASSWORD, so no character in it can break the string.
 */
export const POSTGRES_DSN = 'host=$(PGHOST) port=$(PGPORT) dbname=$(PGDATABASE) user=$(PGUSER) sslmode=$(PGSSLMODE)';

/** The same as a URL, with the password in it: for clients that read nothing else. The password must be safe in a URL. */
export const POSTGRES_URL =
  'postgresql://$(PGUSER):$(PGPASSWORD)@$(PGHOST):$(PGPORT)/$(PGDATABASE)?sslmode=$(PGSSLMODE)';
