import { PRODUCTION_ERROR, type Rule } from '../../lib';

/** A rule of a team that wants to know whose workloads are whose. */
export const teamLabel: Rule = {
  id: 'require-team-label',
  severity: PRODUCTION_ERROR, // a warning in development
  group: 'metadata',
  what: 'A Deployment must have the label team.',
  why: 'Nobody knows whom to call.',
  remedy: "set labels: { team: '…' } in the environment",
  check: (resources) =>
    resources
      .filter(({ object }) => object.kind === 'Deployment' && !object.metadata.labels?.['team'])
      .map((resource) => ({ resource, path: 'metadata.labels', message: 'has no team' })),
};
