import type { Fields } from '../fields';
import { isAtLeast } from '../version';
import { changeEach, type Defaults, fill } from './fill';

/**
 * Deployments, StatefulSets, DaemonSets and what is older.
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/apps/v1/defaults.go
 */
export const APPS: Readonly<Record<string, Defaults>> = {
  'apps.v1.DeploymentSpec': { replicas: 1, revisionHistoryLimit: 10, progressDeadlineSeconds: 600 },
  'apps.v1.DeploymentStrategy': (strategy) => rolling(strategy, { maxUnavailable: '25%', maxSurge: '25%' }),
  'apps.v1.ReplicaSetSpec': { replicas: 1 },
  'apps.v1.DaemonSetSpec': { revisionHistoryLimit: 10 },
  'apps.v1.DaemonSetUpdateStrategy': (strategy) => rolling(strategy, { maxUnavailable: 1, maxSurge: 0 }),
  'apps.v1.StatefulSetSpec': (spec) =>
    changeEach(
      fill(spec, {
        replicas: 1,
        revisionHistoryLimit: 10,
        podManagementPolicy: 'OrderedReady',
        persistentVolumeClaimRetentionPolicy: {},
      }),
      'volumeClaimTemplates',
      (claim) => ({ ...claim, apiVersion: 'v1', kind: 'PersistentVolumeClaim', status: { phase: 'Pending' } }),
    ),
  'apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy': { whenDeleted: 'Retain', whenScaled: 'Retain' },
  'apps.v1.StatefulSetUpdateStrategy': statefulSetStrategy,
};

/** Only a strategy without a type gets `rollingUpdate`; if it has that, the rest follows. */
function statefulSetStrategy(strategy: Fields, version: string): Fields {
  const typed = strategy.type === undefined ? { rollingUpdate: {}, ...strategy, type: 'RollingUpdate' } : strategy;
  const maxUnavailable = isAtLeast(version, '1.37') ? 1 : undefined;
  return typed.type === 'RollingUpdate' && typed.rollingUpdate !== undefined
    ? { ...typed, rollingUpdate: fill(typed.rollingUpdate as Fields, { partition: 0, maxUnavailable }) }
    : typed;
}

function rolling(strategy: Fields, update: Fields): Fields {
  const typed = fill(strategy, { type: 'RollingUpdate' });
  if (typed.type !== 'RollingUpdate') return typed;
  return { ...typed, rollingUpdate: fill((typed.rollingUpdate ?? {}) as Fields, update) };
}
