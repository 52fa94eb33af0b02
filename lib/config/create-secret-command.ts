import { shellWord } from '../synth/shell-word';

/**
 * The command that creates a Secret. Each value goes from its source to kubectl through a pipe: it stands in no file, no
 * argument, no shell history, and, as nothing is applied, in no last-applied annotation. For bash and zsh.
 */
export function createSecretCommand(
  name: string,
  keys: readonly string[],
  namespace: string,
  context?: string,
): string {
  const option = context === undefined ? '' : ` --context ${shellWord(context)}`;
  const values = keys.map((key) => `  --from-file=${key}=<(openssl rand -hex 32 | tr -d '\\n')`);
  return [`kubectl${option} --namespace ${namespace} create secret generic ${name}`, ...values].join(' \\\n');
}
