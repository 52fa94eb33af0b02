import type { Action } from '../plan';
import type { PlanRule } from '../rule';

/** Says so only where one plan is made for both ways. */
export const waysDiffer: PlanRule = {
  id: 'ways-differ',
  what: 'kubectl apply and kubectl apply --server-side do different things.',
  levels: ['warning'],
  why: 'Both merge, by different keys and with different memories of what was applied before.',
  link: 'https://kubernetes.io/docs/reference/using-api/server-side-apply/#comparison-with-client-side-apply',
  find: ({ byMode }) => {
    if (!byMode || byMode.client === byMode.server) return [];
    return [
      {
        severity: 'warning',
        message: `kubectl apply ${WORDS[byMode.client]}; with --server-side it ${WORDS[byMode.server]}`,
        remedy: 'say which one is used: --apply client or --apply server',
      },
    ];
  },
};

const WORDS: Readonly<Record<Action, string>> = {
  create: 'creates it',
  update: 'updates it, and no pod restarts',
  scale: 'scales it',
  rollout: 'restarts pods',
  replace: 'is rejected',
  invalid: 'is rejected',
  delete: 'deletes it',
  orphan: 'leaves it behind',
  move: 'creates it under its new name',
  'no-effect': 'changes nothing',
  ineffective: 'does not do what the manifest says',
};
