import { show } from '../manifest/fields';
import type { Target } from '../manifest/target';
import { type CheckArguments, parseCommand } from './arguments';

/** What the plugin is told in cdk8s.yaml; what is not said is judged as by `slipway check`. */
export interface Properties extends Partial<Pick<Target, 'kubernetes' | 'podSecurity' | 'preset'>> {
  /** Objects that somebody else creates, such as `Secret/tls` or `Secret/db=USER,PASSWORD`. @default - none */
  readonly external?: readonly string[];
  /** Files and folders with CustomResourceDefinitions that the clusters have, from the folder of cdk8s.yaml. @default - none */
  readonly crds?: readonly string[];
}

const LISTS = { external: 'external', crds: 'crd' } as const;
const OPTIONS = { kubernetes: 'kubernetes', podSecurity: 'pod-security', preset: 'preset' } as const;

/**
 * What properties say of the clusters; they are checked as the options of the command line are.
 *
 * @throws UsageError or Error with what to write instead
 */
export function targetOf(properties: Properties): Pick<CheckArguments, 'target' | 'external' | 'crds'> {
  const unknown = Object.keys(properties).find((key) => !Object.hasOwn({ ...OPTIONS, ...LISTS }, key));
  if (unknown !== undefined) {
    throw new Error(`the property '${unknown}' is not known: use kubernetes, podSecurity, preset, external and crds`);
  }
  const options = Object.entries(OPTIONS).flatMap(([key, option]) => {
    const value = properties[key as keyof typeof OPTIONS];
    return value === undefined ? [] : [`--${option}=${value}`];
  });
  const lists = Object.entries(LISTS).flatMap(([key, option]) => {
    const values: unknown = properties[key as keyof typeof LISTS] ?? [];
    if (!Array.isArray(values))
      throw new Error(`the property '${key}' is ${show(values)}, which is no list: write [${show(values)}]`);
    return values.map((value) => `--${option}=${String(value)}`);
  });
  const command = parseCommand(['check', ...options, ...lists, '.']);
  return command.name === 'check' ? command.check : { target: {}, external: [], crds: [] };
}
