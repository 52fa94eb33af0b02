import type { Rule } from '../lib/policy/rule';

/** What each group is about, in the order in which the groups are listed. */
const GROUPS: Readonly<Record<Rule['group'], string>> = {
  structure: 'What the API server would refuse',
  references: 'What refers to what',
  'pod-security': 'Pod Security Standards',
  security: 'Security',
  secrets: 'Secrets',
  access: 'Access to the API',
  networking: 'Networking',
  reliability: 'Reliability',
  resources: 'Resources',
  images: 'Images',
  storage: 'Storage',
  jobs: 'Jobs',
  metadata: 'Metadata',
  acknowledgements: 'Acknowledgements',
};

const INTRODUCTION = `# Rules

<!-- Written by npm run docs from the rules themselves; change those. -->

\`npm run synth\` writes nothing while a rule of error level is broken, and \`slipway check\` ends with exit code 2.
A rule that does not apply to an object says nothing about it.

A finding that is to stay is acknowledged, with a reason:

\`\`\`ts
acknowledge(web, 'require-liveness-probe', { reason: 'a restart would lose the queue', until: '2027-03-31' });
\`\`\`

In YAML by hand, the object itself has the annotation:

\`\`\`yaml
metadata:
  annotations:
    slipway.dev/acknowledge: '[{"rule": "require-liveness-probe", "reason": "a restart would lose the queue"}]'
\`\`\`

\`container\` limits it to one container. A locked rule can't be acknowledged. Severities are those of the preset
\`production\`; what is different in \`development\` is said.
`;

/** The documentation of rules, made of what they say of themselves. */
export function rulesDocument(rules: readonly Rule[]): string {
  const groups = Object.entries(GROUPS).map(([group, title]) => {
    const members = rules.filter((rule) => rule.group === group);
    return members.length === 0 ? '' : [`## ${title}\n`, ...members.map(describe)].join('\n');
  });
  return [INTRODUCTION, ...groups.filter(Boolean)].join('\n');
}

function describe({ id, what, why, remedy, link, locked, severity }: Rule): string {
  const { production, development } = severity;
  const level = [production, ...(development === production ? [] : [`${development} in development`])].join(', ');
  const source = link === undefined ? '' : ` ([more](${link}))`;
  return `### ${id}

${level}${locked ? ', locked' : ''}. ${escape(what)}

- Why: ${escape(why)}${source}
- Fix: ${escape(remedy)}
`;
}

/** A text in which Markdown sees neither a tag nor emphasis. */
export function escape(text: string): string {
  return text.replaceAll('<', '&lt;').replaceAll('*', '\\*');
}
