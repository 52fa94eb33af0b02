import { oncePer } from '../../manifest/once-per';
import { hasPort } from '../../manifest/references/ports';
import { type MadeReference, ResourceIndex } from '../../manifest/references/resource-index';
import { groupOf } from '../../manifest/references/reference';
import { references } from '../../manifest/references/references';
import { wellKnown } from '../../manifest/references/well-known';
import { resourceId } from '../../manifest/resource';
import type { Change, PlanRule, Remark, Whole } from '../rule';
import { attributed, type Attributed } from './common/attributed';
import { changeOf, sameIn, staysBehind } from './common/cluster';
import { sameNamespace, usersOf } from './common/still-used';
import { listed, mentioned } from './common/words';

/** Kinds that users of the old name can do without. */
const HARMLESS: ReadonlySet<string> = new Set(['Role', 'ClusterRole', 'IngressClass', 'Issuer', 'ClusterIssuer']);

/** Says only what this change brings about: what the manifests never had may be in the cluster all the same. */
export const referenceIsLost: PlanRule = {
  id: 'reference-is-lost',
  what: 'Something that others refer to is removed, renamed, or loses the key or the port that they use.',
  levels: ['error', 'warning'],
  why: 'Pods that need it do not start again, and connections to it fail, some of them only at the next restart.',
  link: 'https://kubernetes.io/docs/concepts/configuration/configmap/#using-configmaps-as-files-from-a-pod',
  find: attributed((whole) => [...lostObjects(whole), ...lostParts(whole), ...lostTargets(whole)]),
};

/** What was there is gone, and is still used. */
function lostObjects(whole: Whole): readonly Attributed[] {
  return whole.changes.flatMap((change): readonly Attributed[] => {
    const users = usersOf(change, whole);
    if (users.length === 0) return [];
    const { kind, name } = resourceId(change.before!.object);
    const what = change.from ? `${kind} ${name}, which is renamed` : 'it';
    const message = `${namesOf(users, change)} still ${sameUser(users) ? 'uses' : 'use'} ${what}`;
    if (!staysBehind(change, whole)) return [[change, lost(message, HARMLESS.has(kind))]];
    return [
      [
        change,
        {
          ...lost(`${message}; it works only as long as the old one stays`, true),
          remedy: 'put it back, or let the references follow; delete it by hand only once nothing uses it any more',
        },
      ],
    ];
  });
}

function lost(message: string, mild: boolean, path?: string): Remark {
  return {
    severity: mild ? 'warning' : 'error',
    path,
    message,
    remedy: 'keep it until nothing refers to it any more; or let the references follow in the same change',
    risk: 'downtime',
  };
}

function sameUser(users: readonly MadeReference[]): boolean {
  return new Set(users.map(({ resource }) => resource)).size === 1;
}

function namesOf(users: readonly MadeReference[], { id }: Change): string {
  return listed([...new Set(users.map(({ resource }) => mentioned(resourceId(resource.object), id)))], 3);
}

/** The object is still there, but not the key or the port of it. */
function lostParts(whole: Whole): readonly Attributed[] {
  return whole.changes.flatMap((change): readonly Attributed[] => {
    const { before, after, id } = change;
    if (!before || !after || change.from || !/^(ConfigMap|Secret|Service)$/.test(id.kind) || id.group !== '') return [];
    const users = ResourceIndex.of(whole.after)
      .referencesTo(id.kind)
      .filter((each) => each.name === id.name && sameNamespace(each.namespace, id.namespace));
    const parts = new Map<string, MadeReference[]>();
    for (const user of users) {
      if (user.optional) continue;
      for (const part of partsLost(user, change)) parts.set(part, [...(parts.get(part) ?? []), user]);
    }
    return [...parts].map(([part, found]) => [
      change,
      lost(`${part} is gone, and ${namesOf(found, change)} still ${sameUser(found) ? 'uses' : 'use'} it`, false),
    ]);
  });
}

function partsLost(user: MadeReference, { before, after }: Change): readonly string[] {
  if (user.kind === 'Service')
    return user.port && hasPort(before!, user) && !hasPort(after!, user) ? [`port ${user.port.value}`] : [];
  const [old, young] = [keysIn(before!.object), keysIn(after!.object)];
  return user.keys.flatMap(({ value }) => (old.has(value) && !young.has(value) ? [`key ${value}`] : []));
}

const keysIn = oncePer(
  (object: Readonly<Record<string, unknown>>): ReadonlySet<string> =>
    new Set(['data', 'binaryData', 'stringData'].flatMap((field) => Object.keys(Object(object[field] ?? {})))),
);

/** A reference that led into the manifests leads out of them. */
function lostTargets(whole: Whole): readonly Attributed[] {
  return whole.changes.flatMap((change): readonly Attributed[] => {
    if (!change.before || !change.after) return [];
    const before = new Map(references(change.before).map((each) => [each.path, each]));
    return references(change.after).flatMap((each): readonly Attributed[] => {
      const former = before.get(each.path);
      if (!former || each.optional || former.name === each.name || wellKnown(each)) return [];
      const [old, young] = [ResourceIndex.of(whole.before), ResourceIndex.of(whole.after)];
      if (young.find(each)) return [];
      const known = old.find(former)?.resource;
      const stays = old.find(each)?.resource;
      if (!known || (stays && changeOf(whole, stays)) || (stays && sameIn(whole.after, stays))) return [];
      if (each.group !== undefined && groupOf(known.object.apiVersion) !== each.group) return [];
      const message = `${each.kind} ${former.name} → ${each.name}, which is not in the manifests: depends on whether the cluster has it`;
      return [[change, lost(message, true, each.path)]];
    });
  });
}
