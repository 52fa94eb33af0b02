import { formatExternal } from '../manifest/external';
import type { Target } from '../manifest/target';

/** The comment that opens a rendered file, so that its readers know the target without running the program. */
export function header(application: string, environment: string, target: Target): string {
  const facts = {
    application,
    environment,
    kubernetes: target.kubernetes,
    preset: target.preset,
    'pod-security': target.podSecurity,
  };
  const pairs = Object.entries(facts).map(([key, value]) => `${key}=${value}`);
  const external = [...new Set(target.external.map(formatExternal))].toSorted().map((text) => `external=${text}`);
  return `# slipway: ${[...pairs, ...external].join(' ')}`;
}
