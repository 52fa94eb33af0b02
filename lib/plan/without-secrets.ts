import type { PlannedChange } from './plan';
import { HIDDEN } from './redact';
import type { Scrubber } from './scrubber';

/** What is told of a change, with nothing in it that a Secret holds: messages repeat what is written in manifests. */
export function withoutSecrets(change: PlannedChange, scrub: Scrubber): PlannedChange {
  const clean = (text: string) => scrub(text, HIDDEN);
  return {
    ...change,
    reason: clean(change.reason),
    findings: change.findings.map((finding) => ({
      ...finding,
      message: clean(finding.message),
      remedy: clean(finding.remedy),
      ...(finding.path !== undefined && { path: clean(finding.path) }),
      ...(finding.commands && { commands: finding.commands.map(clean) }),
    })),
  };
}
