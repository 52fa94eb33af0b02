import { asStored } from '../manifest/defaults/as-stored';
import { inVersion } from '../manifest/defaults/in-version';
import type { KubernetesObject } from '../manifest/kubernetes-object';
import { clientSideApply } from './apply/client-side-apply';
import { serverSideApply } from './apply/server-side-apply';
import type { ApplyMode } from './options';
import type { Circumstances, Objection, Prediction } from './prediction';
import { storedForm } from './stored-form';
import { ignoredPaths } from './update/ignored';
import { invalidity } from './update/invalidity';
import { judgeUpdate } from './update/judge-update';
import { outcomeOf } from './update/outcome';
import { prepareUpdate } from './update/prepare-update';
import { sameJson } from './update/same-json';
import { Update } from './update/update';

const APPLY = { client: clientSideApply, server: serverSideApply };

/** What each of both ways of applying makes of a changed manifest; most make the same of it. */
export function predictEach(
  before: KubernetesObject,
  after: KubernetesObject,
  modes: readonly ApplyMode[],
  circumstances: Omit<Circumstances, 'mode'>,
): readonly Prediction[] {
  const { kubernetes, definitions } = circumstances;
  const live = inVersion(storedForm(before, circumstances), after.apiVersion);
  const known: { readonly object: KubernetesObject; readonly prediction: Prediction }[] = [];
  return modes.map((mode) => {
    const applied = APPLY[mode](live, before, after, kubernetes, definitions);
    if ('failure' in applied) return refused(applied.failure, live, storedForm(after, circumstances));
    const same = known.find(({ object }) => sameJson(object, applied.object));
    const prediction = same?.prediction ?? judged({ before, after, live }, applied.object, { ...circumstances, mode });
    known.push({ object: applied.object, prediction });
    return prediction;
  });
}

/**
 * What `kubectl apply` does with a changed manifest of an object, if the cluster has what the old one made of it: the new
 * one is merged into it, completed, and judged, as kubectl and the API server do.
 */
export function predict(before: KubernetesObject, after: KubernetesObject, circumstances: Circumstances): Prediction {
  return predictEach(before, after, [circumstances.mode], circumstances)[0]!;
}

interface Sides {
  readonly before: KubernetesObject;
  readonly after: KubernetesObject;
  /** The object as the cluster has it. */
  readonly live: KubernetesObject;
}

function refused(failure: Objection, before: KubernetesObject, after: KubernetesObject): Prediction {
  return { outcome: 'reject', objections: [failure], before, after, ignored: [] };
}

/** What the API server does with what a manifest has been merged into. */
function judged({ before, after, live }: Sides, applied: KubernetesObject, circumstances: Circumstances): Prediction {
  const { kubernetes, definitions } = circumstances;
  const prepared = prepareUpdate(live, asStored(applied, kubernetes, definitions), circumstances);
  const update = new Update(prepared.before, prepared.after, circumstances, after);
  judgeUpdate(update);
  const { stored } = prepared;
  const objections = [...invalidity(after, stored, circumstances), ...update.objections];
  const isRejected = objections.length > 0;
  const asked = storedForm(after, circumstances);
  return {
    outcome: isRejected ? 'reject' : outcomeOf(live, stored, kubernetes),
    objections,
    before: live,
    after: stored,
    ignored: isRejected ? [] : ignoredPaths({ before, after, asked, stored: prepared.after }, kubernetes),
    ...(update.doubts.length > 0 && { dependsOn: update.doubts.join('; ') }),
  };
}
