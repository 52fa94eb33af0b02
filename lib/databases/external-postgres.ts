import { policyPeer } from '../application/peer';
import { toLabel } from '../application/names';
import type { Env } from '../containers/env';
import type { ConnectionTarget, EgressRule } from '../network/connection';
import { policyPort } from '../network/network-policy';
import { passwordProblem, plainNameProblem } from './postgres-problems';
import { libpqVariables, type PostgresAccess, type SslMode } from './postgres-access';

/** How a managed database is reached. */
export interface ExternalPostgresProps extends PostgresAccess {
  /** The port that it listens on. @default - 5432 */
  readonly port?: number;
  /** Whether and how the connection is encrypted. @default - 'require' */
  readonly sslMode?: SslMode;
  /** Where it is, as address ranges: network policies know no host names. @default - anywhere, on its port */
  readonly cidrs?: readonly string[];
}

/** A PostgreSQL server that somebody else runs. */
export class ExternalPostgres implements ConnectionTarget, PostgresAccess {
  public readonly id: string;
  /** What is wrong with how it is reached; the client reports it. */
  public readonly problems: readonly string[];
  public readonly database: string;
  public readonly user: string;
  public readonly password: PostgresAccess['password'];

  private readonly props: ExternalPostgresProps;

  constructor(
    private readonly host: string,
    given: ExternalPostgresProps,
  ) {
    const props = given ?? {};
    this.problems = [
      passwordProblem(props.password),
      plainNameProblem('database', props.database),
      plainNameProblem('user', props.user),
    ].filter((problem) => problem !== undefined);
    this.props = props;
    this.id = toLabel(host);
    this.database = props.database;
    this.user = props.user;
    this.password = props.password;
  }

  public egressFor(): EgressRule {
    const { cidrs = ['0.0.0.0/0', '::/0'], port = 5432 } = this.props;
    return { to: cidrs.map((cidr) => policyPeer({ cidr })), ports: [policyPort(port)] };
  }

  public variablesFor(): Env {
    const { port = 5432, sslMode = 'require' } = this.props;
    return libpqVariables(this.host, port, this, sslMode);
  }
}
