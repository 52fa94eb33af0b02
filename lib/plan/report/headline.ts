import { counted } from '../counted';
import type { Action, Plan } from '../plan';
import { countActions } from './count';
import { risksOf } from './words';

/** What a number of resources do, for a headline. */
const VERBS: Readonly<Record<Action, readonly [one: string, more: string]>> = {
  invalid: ['is invalid', 'are invalid'],
  replace: ['is rejected', 'are rejected'],
  delete: ['is deleted', 'are deleted'],
  rollout: ['restarts', 'restart'],
  ineffective: ['does not do what it says', 'do not do what they say'],
  scale: ['scales', 'scale'],
  update: ['changes in place', 'change in place'],
  move: ['gets a new name', 'get new names'],
  create: ['is new', 'are new'],
  orphan: ['stays behind', 'stay behind'],
  'no-effect': ['differs in text only', 'differ in text only'],
};

/**
 * What changes come down to, the gravest first, and what was found of them:
 * `1 resource is rejected, 2 restart; 1 error, 2 warnings (DOWNTIME)`.
 */
export function headlineOf({ changes }: Pick<Plan, 'changes'>): string {
  const effective = changes.filter(({ action }) => action !== 'no-effect');
  const [first, ...others] = Object.entries(countActions(effective)) as [Action, number][];
  if (!first) return 'nothing changes';
  const actions = [
    `${counted(first[1], 'resource')} ${verb(first)}`,
    ...others.map((each) => `${each[1]} ${verb(each)}`),
  ];
  return [actions.join(', '), ...foundIn(effective)].join('; ');
}

function verb([action, count]: readonly [Action, number]): string {
  return VERBS[action][count === 1 ? 0 : 1];
}

function foundIn(changes: Plan['changes']): readonly string[] {
  const severities = changes.flatMap(({ findings }) => findings.map(({ severity }) => severity));
  const levels = (['error', 'warning'] as const).map((level) => [level, severities.filter((each) => each === level)]);
  const found = levels.flatMap(([level, all]) => (all!.length > 0 ? [counted(all!.length, String(level))] : []));
  if (found.length === 0) return [];
  const risks = risksOf({ risks: changes.flatMap((change) => change.risks) }).join(', ');
  return [`${found.join(', ')}${risks && ` (${risks})`}`];
}

/** That some resources are refused, and what becomes of the others; `undefined` if none is. */
export function partialApply({ changes, options: { target } }: Plan): string | undefined {
  const effective = changes.filter(({ action }) => action !== 'no-effect' && action !== 'orphan');
  const refused = effective.filter(({ action }) => action === 'replace' || action === 'invalid');
  if (refused.length === 0) return undefined;
  const others = effective.length - refused.length;
  const rest = [
    ...(others === 1 ? ['the other change is applied all the same'] : []),
    ...(others > 1 ? [`the other ${others} changes are applied all the same`] : []),
    ...(target === 'kubectl' ? [] : ['nothing is pruned']),
  ];
  return [`applying fails for ${counted(refused.length, 'resource')}`, ...rest].join('; ');
}

/** How the manifests are applied: `kubectl apply, by server or client; Kubernetes 1.33`. */
export function setting({ options: { apply, target, kubernetes } }: Plan): string {
  const way = {
    server: 'kubectl apply --server-side',
    client: 'kubectl apply',
    either: 'kubectl apply, server-side or not',
  };
  const tool = {
    kubectl: way[apply],
    'kubectl-applyset': `${way[apply]} with an ApplySet`,
    argocd: 'Argo CD',
    flux: 'Flux',
  };
  return `${tool[target]}, Kubernetes ${kubernetes}`;
}
