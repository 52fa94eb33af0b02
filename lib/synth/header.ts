import { formatExternal } from '../manifest/external';
import type { Target } from '../manifest/target';

/**
 * The comment that opens a rendered file, so that its readers know the target without running the program.
 *
 * @param rules the ids of the program's own rules
 */
export function header(
  application: string,
  environment: string,
  target: Target,
  rules: readonly string[] = [],
): string {
  const facts = {
    application,
    environment,
    kubernetes: target.kubernetes,
    preset: target.preset,
    'pod-security': target.podSecurity,
  };
  const pairs = Object.entries(facts).map(([key, value]) => `${key}=${value}`);
  const external = [...new Set(target.external.map(formatExternal))].toSorted().map((text) => `external=${text}`);
  const own = rules.map((id) => `rule=${id}`);
  return `# slipway: ${[...pairs, ...own, ...external].join(' ')}`;
}
