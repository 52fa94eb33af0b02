import type { Target } from '../manifest/target';
import { type CheckArguments, parseCommand } from './arguments';

/** What the plugin is told in cdk8s.yaml; what is not said is judged as by `slipway check`. */
export interface Properties extends Partial<Pick<Target, 'kubernetes' | 'podSecurity' | 'preset'>> {
  /** Objects that somebody else creates, such as `Secret/tls` or `Secret/db=USER,PASSWORD`. @default - none */
  readonly external?: readonly string[];
}

const OPTIONS = { kubernetes: 'kubernetes', podSecurity: 'pod-security', preset: 'preset' } as const;

/**
 * What properties say of the clusters; they are checked as the options of the command line are.
 *
 * @throws UsageError or Error with what to write instead
 */
export function targetOf(properties: Properties): Pick<CheckArguments, 'target' | 'external'> {
  const unknown = Object.keys(properties).find((key) => key !== 'external' && !(key in OPTIONS));
  if (unknown !== undefined) {
    throw new Error(`the property '${unknown}' is not known: use kubernetes, podSecurity, preset and external`);
  }
  const options = Object.entries(OPTIONS).flatMap(([key, option]) => {
    const value = properties[key as keyof typeof OPTIONS];
    return value === undefined ? [] : [`--${option}=${value}`];
  });
  const external = (properties.external ?? []).map((text) => `--external=${text}`);
  const command = parseCommand(['check', ...options, ...external, '.']);
  return command.name === 'check' ? command.check : { target: {}, external: [] };
}
