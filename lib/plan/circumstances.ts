import { mapsAt, textAt } from '../manifest/fields';
import type { KubernetesObject } from '../manifest/kubernetes-object';
import { podsOf } from '../manifest/pods';
import type { Resource } from '../manifest/resource';
import type { PlanOptions } from './options';
import type { Circumstances } from './prediction';
import { scrubberOf } from './scrubber';

/** What predictions can know of the cluster from both sets of manifests. */
export function circumstancesOf(
  before: readonly Resource[],
  after: readonly Resource[],
  { kubernetes, assume, definitions = [] }: PlanOptions,
): Omit<Circumstances, 'mode'> & Required<Pick<Circumstances, 'scrub'>> {
  const objects = new Map<string, KubernetesObject>();
  for (const { object } of [...before, ...after]) {
    objects.set(keyOf(object.kind, object.metadata.name, object.metadata.namespace), object);
  }
  const mounted = new Set(
    podsOf(before).flatMap(({ spec, resource }) =>
      mapsAt(spec, 'volumes').map((volume) =>
        keyOf('', textAt(volume, 'persistentVolumeClaim', 'claimName') ?? '', resource.object.metadata.namespace),
      ),
    ),
  );
  return {
    kubernetes,
    assume,
    scrub: scrubberOf([...before, ...after]),
    definitions: [...definitions, ...[...objects.values()].filter(isDefinition)],
    find: (kind, name, namespace) => objects.get(keyOf(kind, name, namespace)),
    mountsClaim: (namespace, name) => mounted.has(keyOf('', name, namespace)),
  };
}

function isDefinition({ kind }: KubernetesObject): boolean {
  return kind === 'CustomResourceDefinition';
}

function keyOf(kind: string, name: string, namespace: string | undefined): string {
  return `${kind} ${namespace || 'default'} ${name}`;
}
