import { fieldAt, textAt } from './fields';
import { ofKinds } from './kinds';
import { oncePer } from './once-per';
import { groupOf, nameOf, namespaceOf } from './references/reference';
import type { Resource } from './resource';

/** How many pods of a workload there are. */
export interface Scale {
  /** At least so many, as far as can be told. */
  readonly least?: number;
  /** What changes the number, if anything does. */
  readonly autoscaler?: Resource;
}

/** How many pods a Deployment, StatefulSet or ReplicaSet has. */
export function scaleOf(resources: readonly Resource[], workload: Resource): Scale {
  const autoscaler = autoscalersOf(resources).get(keyOf(workload.object.kind, workload, nameOf(workload)));
  if (autoscaler) return { least: leastOf(autoscaler), autoscaler };
  if (!SCALED.has(workload.object.kind)) return {};
  return { least: numberOr(fieldAt(workload.object, 'spec', 'replicas'), 1) };
}

const SCALED: ReadonlySet<unknown> = new Set(['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController']);

const autoscalersOf = oncePer((resources: readonly Resource[]): ReadonlyMap<string, Resource> => {
  const scalers = ofKinds(resources, (kind) => kind === 'HorizontalPodAutoscaler' || kind === 'ScaledObject').filter(
    isAutoscaler,
  );
  return new Map(
    scalers.map((scaler) => {
      const target = fieldAt(scaler.object, 'spec', 'scaleTargetRef');
      return [keyOf(textAt(target, 'kind') ?? 'Deployment', scaler, textAt(target, 'name') ?? ''), scaler];
    }),
  );
});

/** Whether an object is an autoscaler of Kubernetes, or one of KEDA, which makes itself such a one. */
function isAutoscaler({ object: { apiVersion, kind } }: Resource): boolean {
  const group = groupOf(apiVersion);
  return (
    (group === 'autoscaling' && kind === 'HorizontalPodAutoscaler') || (group === 'keda.sh' && kind === 'ScaledObject')
  );
}

function leastOf({ object }: Resource): number | undefined {
  return object.kind === 'ScaledObject'
    ? numberOr(fieldAt(object, 'spec', 'minReplicaCount'), 0)
    : numberOr(fieldAt(object, 'spec', 'minReplicas'), 1);
}

function numberOr(value: unknown, otherwise: number): number | undefined {
  if (value === undefined) return otherwise;
  return typeof value === 'number' ? value : undefined;
}

function keyOf(kind: string, resource: Resource, name: string): string {
  return `${kind} ${namespaceOf(resource)}/${name}`;
}
