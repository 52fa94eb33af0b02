import type { PlanRule } from '../lib/plan/rule';
import { escape } from './rules-document';

const INTRODUCTION = `# What the plan tells

<!-- Written by npm run docs from the rules themselves; change those. -->

\`slipway plan\` looks for these dangers in a change. What it tells of a resource has a level:

- **error**: applying the change fails, or it loses data, stops the program or opens a hole. The exit code is 3.
- **warning**: somebody has to decide. The exit code is 3 with \`--fail-on warning\`, and 2 otherwise.
- **note**: worth knowing.

A rule with several levels chooses by how grave the case is. The id is the \`rule\` of a finding in \`--format json\`.
`;

/** The documentation of the plan's rules, made of what they say of themselves. */
export function planRulesDocument(rules: readonly PlanRule[]): string {
  return [INTRODUCTION, ...rules.map(describe)].join('\n');
}

function describe({ id, what, levels, why, link }: PlanRule): string {
  const source = link === undefined ? '' : ` ([more](${link}))`;
  return `## ${id}

${levels.join(' or ')}. ${escape(what)}

- Why: ${escape(why)}${source}
`;
}
