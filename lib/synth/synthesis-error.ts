import type { Finding } from '../manifest/finding';
import { describeResource } from '../manifest/resource';

/** One mistake, and the environments in which it is made. */
export interface Mistake {
  readonly environments: readonly string[];
  readonly message: string;
}

/** Why a program is not rendered: every mistake in it, or every finding of the gate. Nothing is written then. */
export class SynthesisError extends Error {
  /** Mistakes in the program, the same one of several environments once. */
  public readonly mistakes: readonly Mistake[];
  /** What the gate found in the rendered objects. */
  public readonly findings: readonly Finding[];

  constructor(mistakes: readonly Mistake[], findings: readonly Finding[] = []) {
    super([summary(mistakes, findings), ...mistakes.map(describeMistake), ...findings.map(describeFinding)].join('\n'));
    this.name = 'SynthesisError';
    this.mistakes = mistakes;
    this.findings = findings;
  }
}

/** The same mistake in several environments is one mistake. */
export function groupMistakes(
  mistakes: readonly { readonly environment: string; readonly message: string }[],
): Mistake[] {
  const environments = new Map<string, string[]>();
  for (const { environment, message } of mistakes) {
    environments.set(message, [...(environments.get(message) ?? []), environment]);
  }
  return [...environments].map(([message, names]) => ({ message, environments: [...new Set(names)] }));
}

/** A finding as people read it. */
export function describeFinding(finding: Finding): string {
  const environment = 'environment' in finding.origin ? ` (${finding.origin.environment})` : '';
  const place = finding.path ? `: ${finding.path}` : '';
  return [
    `  ${finding.severity} ${finding.rule}${environment}`,
    `    ${describeResource(finding.resource)}${place}: ${finding.message}`,
    `    why: ${finding.why}`,
    `    fix: ${finding.remedy}`,
  ].join('\n');
}

function summary(mistakes: readonly Mistake[], findings: readonly Finding[]): string {
  const count = mistakes.length + findings.length;
  const what = mistakes.length > 0 ? 'mistake in the program' : 'finding in the rendered objects';
  return `${count} ${what.replace(' ', count === 1 ? ' ' : 's ')}, so nothing was written`;
}

function describeMistake({ environments, message }: Mistake): string {
  return `  ${environments.filter(Boolean).join(', ') || 'program'}: ${message}`;
}
