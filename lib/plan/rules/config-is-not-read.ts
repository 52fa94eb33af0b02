import { fieldAt, mapsAt, textAt } from '../../manifest/fields';
import { containersOf, type DescribedPod } from '../../manifest/pods';
import { type MadeReference, ResourceIndex } from '../../manifest/references/resource-index';
import { workloadPod } from '../../manifest/references/workload-pods';
import { type Resource, resourceId } from '../../manifest/resource';
import type { Change, PlanRule, Remark, Whole } from '../rule';
import { isNew, isRejected, isRemoved, kindOf } from './common/change';
import { changeOf } from './common/cluster';
import { objectWords } from './common/commands';
import { isRollout } from './common/rollout';
import { mentioned } from './common/words';

const RESTARTABLE: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);

/** Pods that roll out by themselves, and those that a controller restarts, read the new values. */
export const configIsNotRead: PlanRule = {
  id: 'config-is-not-read',
  what: 'Pods keep the old values of a ConfigMap or Secret that they read only when they start.',
  levels: ['warning', 'note'],
  why: 'Variables and files mounted by subPath are never updated; pods that happen to start later have the new values.',
  link: 'https://kubernetes.io/docs/concepts/configuration/configmap/#mounted-configmaps-are-updated-automatically',
  find: (change, whole) => {
    const kind = kindOf(change);
    if ((kind !== '/ConfigMap' && kind !== '/Secret') || !isUpdated(change)) return [];
    const keys = changedKeys(change);
    return keys.size === 0 ? [] : [...readersOf(change, keys, whole)].map((reader) => remarkOn(change, reader));
  },
};

interface Reader {
  readonly resource: Resource;
  readonly stale: boolean;
}

function isUpdated(change: Change): boolean {
  return !isNew(change) && !isRemoved(change) && change.from === undefined && !isRejected(change);
}

function changedKeys({ before, after }: Change): ReadonlySet<string> {
  const [old, young] = [contentOf(before!), contentOf(after!)];
  const keys = [...Object.keys(old), ...Object.keys(young)];
  return new Set(keys.filter((key) => JSON.stringify(old[key]) !== JSON.stringify(young[key])));
}

/** Texts of a Secret are compared as they will be stored. */
function contentOf({ object }: Resource): Readonly<Record<string, unknown>> {
  const encoded = Object.entries(Object(object.stringData ?? {}) as Readonly<Record<string, unknown>>).map(
    ([key, text]) => [key, Buffer.from(String(text)).toString('base64')] as const,
  );
  return { ...Object(object.data ?? {}), ...Object(object.binaryData ?? {}), ...Object.fromEntries(encoded) };
}

function readersOf({ id }: Change, keys: ReadonlySet<string>, whole: Whole): ReadonlySet<Reader> {
  const readers = new Map<Resource, boolean>();
  for (const reference of ResourceIndex.of(whole.after).referencesTo(id.kind)) {
    if (reference.name !== id.name || reference.namespace !== id.namespace) continue;
    if (!RESTARTABLE.has(reference.resource.object.kind) || isTold(reference.resource, whole)) continue;
    const pod = workloadPod(reference.resource);
    const way = pod && wayOf(reference, keys, pod);
    if (way) readers.set(reference.resource, (readers.get(reference.resource) ?? false) || way === 'start');
  }
  return new Set([...readers].map(([resource, stale]) => ({ resource, stale })));
}

/** Whether something restarts the pods. */
function isTold(resource: Resource, whole: Whole): boolean {
  const change = changeOf(whole, resource);
  const annotations = fieldAt(resource.object, 'metadata', 'annotations') ?? {};
  const isWatched = Object.keys(annotations).some((key) => key.includes('reloader.stakater.com/'));
  return isWatched || (change !== undefined && (isRollout(change) || isNew(change)));
}

/** How a pod reads what changed: only at its start, at any time, or not at all. */
function wayOf(
  { path, keys: asked }: MadeReference,
  keys: ReadonlySet<string>,
  pod: DescribedPod,
): 'start' | 'any' | undefined {
  if (/\.imagePullSecrets\[|nodePublishSecretRef/.test(path)) return undefined;
  const concerned = asked.length === 0 || asked.some(({ value }) => keys.has(value));
  if (/\.(env|envFrom)\[/.test(path)) return concerned ? 'start' : undefined;
  const volume = /\.volumes\[([^\]]+)\]/.exec(path)?.[1];
  const mounts = containersOf(pod)
    .flatMap(({ container }) => mapsAt(container, 'volumeMounts'))
    .filter(({ name }) => name === volume);
  const fixed = mounts.filter(({ subPath, subPathExpr }) => subPath !== undefined || subPathExpr !== undefined);
  if (fixed.some((mount) => concernsMount(textAt(mount, 'subPath'), keys))) return 'start';
  return mounts.length > fixed.length ? 'any' : undefined;
}

function concernsMount(subPath: string | undefined, keys: ReadonlySet<string>): boolean {
  return subPath === undefined || subPath.includes('/') || keys.has(subPath);
}

function remarkOn({ id, after }: Change, { resource, stale }: Reader): Remark {
  const reader = mentioned(resourceId(resource.object), id);
  if (!stale) {
    const message = `the files in ${reader} follow within a minute or two, without a restart`;
    return { severity: 'note', message, remedy: 'make sure that the program reads its files again' };
  }
  const keyword = id.kind === 'Secret' ? 'Secret' : 'ConfigMap';
  return {
    severity: 'warning',
    message: `${reader} reads it only when a pod starts: running pods keep the old values`,
    remedy: `restart the pods; or put a hash of the content into the name of the ${keyword} or an annotation of the pods, so that a change restarts them`,
    commands: after && [`kubectl rollout restart ${objectWords(resourceId(resource.object))}`],
  };
}
