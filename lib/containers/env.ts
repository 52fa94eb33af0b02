import type { EnvHost, EnvSource, EnvValue } from '../config/env-source';
import type { EnvVar } from '../synth/kubernetes';
import { quoted } from '../application/quoted';
import { sourceProblems } from './source-problems';

/** Environment variables by name. Their order counts: a literal may use an earlier variable as `$(NAME)`. */
export type Env = Readonly<Record<string, EnvValue>>;

/** A variable with what it came from, such as `env` or `connectTo(db)`. */
export interface Variable extends EnvVar {
  readonly from: string;
}

/** Variables as a container takes them. */
export function bindVariables(env: Env, from: string, host: EnvHost): readonly Variable[] {
  return Object.entries(env).map(([name, value]) => ({ name, ...bindValue(value, host), from }));
}

function bindValue(value: EnvValue, host: EnvHost): Omit<EnvVar, 'name'> {
  return isSource(value) ? value.bindEnv(host) : { value: String(value) };
}

/** What is wrong with the values that a program gives. */
export function envValueProblems(env: Env): readonly string[] {
  return Object.entries(env).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'string' && value.includes('\0')) {
      return [`env.${name} has a NUL character, which no process can be given: remove it`];
    }
    if (isSource(value) || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value)) return [];
    return [
      `env.${name} is ${quoted(value)}: give a text, a number, a boolean, or a source such as credentials.key('…')`,
    ];
  });
}

/** What is wrong with variables that come from Secrets. The message never shows what was given: it may be the secret. */
export function secretProblems(secrets: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(secrets)
    .filter((name) => !isSource(secrets[name]))
    .map(
      (name) => `secrets.${name} is no key of a Secret: write credentials.key('…'), as no value passes through here`,
    );
}

function isSource(value: unknown): value is EnvSource {
  return typeof value === 'object' && value !== null && 'bindEnv' in value;
}

/**
 * What is wrong with the variables of a container as a whole.
 *
 * @param variables in their final order
 * @param config the names that come from a ConfigMap; `undefined` where they are not known
 */
export function envProblems(variables: readonly Variable[], config: readonly string[] | undefined): readonly string[] {
  return variables.flatMap(({ name, value, valueFrom, from }, index) => {
    const earlier = variables.slice(0, index);
    const twice = earlier.find((other) => other.name === name);
    return [
      ...variableNameProblems('env', name),
      ...sourceProblems(`env.${name}`, valueFrom),
      ...(twice ? [`env.${name} is set twice, by ${twice.from} and by ${from}: remove one`] : []),
      ...(config?.includes(name) ? [`env.${name} is set twice, by config and by ${from}: remove one`] : []),
      ...referenceProblems(
        name,
        String(value ?? ''),
        [...earlier.map((other) => other.name), ...(config ?? [])],
        config === undefined,
      ),
    ];
  });
}

/** What is wrong with the name of a variable. From Kubernetes 1.32 on more is allowed, but shells can't use it. */
export function variableNameProblems(what: string, name: string): readonly string[] {
  return /^(?!\.$|\.\.)[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name)
    ? []
    : [
        `${what} has the name '${name}', which is no variable name: use letters, digits, '_', '-' and '.', and no digit at the beginning`,
      ];
}

/** `$(NAME)` stays as it is written if NAME is not defined earlier. `$$(NAME)` is a literal. */
function referenceProblems(name: string, value: string, known: readonly string[], more: boolean): readonly string[] {
  if (more) return [];
  const used = [...value.replaceAll('$$', '').matchAll(/\$\(([-._a-zA-Z][-._a-zA-Z0-9]*)\)/g)].map(
    ([, reference]) => reference!,
  );
  const missing = [...new Set(used)].filter((reference) => !known.includes(reference));
  if (missing.length === 0) return [];
  const uses = missing.map((reference) => `$(${reference})`).join(missing.length === 2 ? ' and ' : ', ');
  const them = missing.length === 1 ? missing[0]! : 'them';
  return [
    `env.${name} uses ${uses}, which no earlier variable defines: ` +
      `set ${them} before it, connect to what provides ${missing.length === 1 ? 'it' : 'them'}, or write $$(${missing[0]})`,
  ];
}
