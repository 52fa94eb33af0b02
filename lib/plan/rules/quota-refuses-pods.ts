import { limitOf, requestOf, type ResourceName } from '../../manifest/container-resources';
import { fieldAt } from '../../manifest/fields';
import { groupBy } from '../../manifest/group-by';
import { oncePer } from '../../manifest/once-per';
import { containersOf, isMap, podOf } from '../../manifest/pods';
import { namespaceOf } from '../../manifest/references/reference';
import { type Resource, resourceId } from '../../manifest/resource';
import type { PlanRule, Whole } from '../rule';
import { attributed, type Attributed } from './common/attributed';
import { changeOf, sameIn } from './common/cluster';
import { listed, mentioned } from './common/words';

/** Quotas for some pods only are not looked at, nor whether there is room left. */
export const quotaRefusesPods: PlanRule = {
  id: 'quota-refuses-pods',
  what: 'A ResourceQuota asks pods for requests or limits that they do not have.',
  levels: ['error'],
  why: 'The workload is accepted, and not one of its pods is started any more; those that run go on until they end.',
  link: 'https://kubernetes.io/docs/concepts/policy/resource-quotas/#requests-vs-limits',
  find: attributed((whole) => {
    const quotas = quotasOf(whole.after);
    if (quotas.size === 0) return [];
    return whole.after.flatMap((resource): readonly Attributed[] => {
      const [quota] = quotas.get(namespaceOf(resource)) ?? [];
      const change = quota && (changeOf(whole, resource) ?? changeOf(whole, quota));
      const missing = change ? missingOf(resource, whole.after) : [];
      if (!change || missing.length === 0 || wasRefused(resource, whole)) return [];
      const id = resourceId(resource.object);
      const subject = id.kind === change.id.kind ? 'its pods' : `the pods of ${mentioned(id, change.id)}`;
      const message = `${subject} are refused: ResourceQuota ${quota.object.metadata.name} asks for ${listed(missing)}`;
      const remedy = 'write them for every container; or give defaults with a LimitRange';
      return [[change, { severity: 'error', message, remedy, risk: 'downtime' }]];
    });
  }),
};

function wasRefused(resource: Resource, { before }: Whole): boolean {
  const old = sameIn(before, resource);
  return old !== undefined && missingOf(old, before).length > 0;
}

const quotasOf = oncePer((resources: readonly Resource[]) =>
  groupBy(
    resources.filter(({ object }) => object.kind === 'ResourceQuota' && !isForSome(object)),
    namespaceOf,
  ),
);

function isForSome(quota: unknown): boolean {
  return fieldAt(quota, 'spec', 'scopes') !== undefined || fieldAt(quota, 'spec', 'scopeSelector') !== undefined;
}

const ASKED = /^(?:(requests|limits)\.)?(cpu|memory|ephemeral-storage)$/;

/** What quotas ask for and some container of a pod does not have. */
function missingOf(resource: Resource, resources: readonly Resource[]): readonly string[] {
  const pod = podOf(resource);
  if (!pod) return [];
  const hard = (quotasOf(resources).get(namespaceOf(resource)) ?? []).map(({ object }) =>
    fieldAt(object, 'spec', 'hard'),
  );
  const names = new Set(hard.filter(isMap).flatMap((each) => Object.keys(each)));
  return [...names].filter((name) => {
    const [, list, what] = ASKED.exec(name) ?? [];
    if (what === undefined) return false;
    const read = list === 'limits' ? limitOf : requestOf;
    return containersOf(pod).some((container) => read(resources, pod, container, what as ResourceName) === undefined);
  });
}
