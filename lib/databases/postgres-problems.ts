import { quoted } from '../application/quoted';
import { type Names, unknownNames } from '../application/unknown-names';
import type { PostgresProps } from './postgres-props';

/** The oldest and the newest major version that is known. */
const [OLDEST, NEWEST] = [13, 18];
const NAMES: Names<PostgresProps> = {
  version: true,
  storage: true,
  password: true,
  storageClass: true,
  database: true,
  user: true,
  maxConnections: true,
  settings: true,
  initScripts: true,
  resources: true,
  image: true,
  placement: true,
  retention: true,
  adopt: true,
  serviceName: true,
};

/** What is wrong with what is asked of a database. */
export function postgresProblems(props: PostgresProps): readonly string[] {
  const { maxConnections, password, settings = {} } = props;
  const passwordWrong = passwordProblem(password);
  return [
    ...unknownNames('Postgres', props, NAMES),
    ...(passwordWrong ? [passwordWrong] : []),
    ...versionProblems(props),
    ...(['database', 'user'] as const).flatMap((what) => plainNameProblem(what, props[what]) ?? []),
    ...(maxConnections === undefined || (Number.isInteger(maxConnections) && maxConnections >= 1)
      ? []
      : [`maxConnections is ${maxConnections}: use a whole number from 1 on`]),
    ...Object.entries(settings).flatMap(([name, value]) => settingProblem(name, value) ?? []),
  ];
}

/** What is wrong with a password. The message never shows what was given: it may be the password. */
export function passwordProblem(password: unknown): string | undefined {
  if (password === undefined) return `password is missing: give credentials.key('…')`;
  if (typeof password === 'object' && password !== null && 'file' in password && 'bindEnv' in password)
    return undefined;
  return `password is no key of a Secret: write credentials.key('…'), as no value passes through here`;
}

function versionProblems({ version, image }: PostgresProps): readonly string[] {
  const major = majorVersion(version);
  if (major === undefined) {
    return [`version is ${quoted(version)}: write the major version, such as '17', or a full one, such as '17.6'`];
  }
  if (major < OLDEST || major > NEWEST) {
    return [`version is '${version}', which is not known: use one from '${OLDEST}' to '${NEWEST}'`];
  }
  const tag = typeof image === 'string' ? /:v?(\d+)[^/:@]*(@|$)/.exec(image)?.[1] : undefined;
  if (tag === undefined || Number(tag) === major) return [];
  return [`image '${image}' has version ${tag}, but version is '${version}': write the same in both`];
}

/** What is wrong with the name of a database or user. It is a part of connection strings, so it must not break them. */
export function plainNameProblem(what: string, name: unknown): string | undefined {
  if (name === undefined || (typeof name === 'string' && /^[a-z_][-a-z0-9_]{0,62}$/i.test(name))) return undefined;
  return `${what} is ${quoted(name)}, which is no plain name: use letters, digits, '_' and '-', beginning with a letter`;
}

/** The number that decides the format of the data. */
export function majorVersion(version: unknown): number | undefined {
  const major = typeof version === 'string' ? /^(\d+)(\.\d+)?$/.exec(version)?.[1] : undefined;
  return major === undefined ? undefined : Number(major);
}

function settingProblem(name: string, value: string | number): string | undefined {
  if (name === 'max_connections') {
    return `settings.max_connections is ${value}: write maxConnections: ${value}, which clients are counted against`;
  }
  if (/^[a-z_][\w.]*$/i.test(name)) return undefined;
  return `settings has '${name}', which is no setting: use the names of postgresql.conf, such as shared_buffers`;
}
