import { asStored } from '../manifest/defaults/as-stored';
import { inVersion } from '../manifest/defaults/in-version';
import type { KubernetesObject } from '../manifest/kubernetes-object';
import { clientSideApply } from './apply/client-side-apply';
import { serverSideApply } from './apply/server-side-apply';
import type { Circumstances, Prediction } from './prediction';
import { storedForm } from './stored-form';
import { ignoredPaths } from './update/ignored';
import { invalidity } from './update/invalidity';
import { judgeUpdate } from './update/judge-update';
import { outcomeOf } from './update/outcome';
import { prepareUpdate } from './update/prepare-update';
import { Update } from './update/update';

const APPLY = { client: clientSideApply, server: serverSideApply };

/**
 * What `kubectl apply` does with a changed manifest of an object, if the cluster has what the old one made of it: the new
 * one is merged into it, completed, and judged, as kubectl and the API server do.
 */
export function predict(before: KubernetesObject, after: KubernetesObject, circumstances: Circumstances): Prediction {
  const { kubernetes, mode, definitions } = circumstances;
  const live = inVersion(storedForm(before, circumstances), after.apiVersion);
  const asked = storedForm(after, circumstances);
  const applied = APPLY[mode](live, before, after, kubernetes, definitions);
  if ('failure' in applied) {
    const objections = [applied.failure];
    return { outcome: 'reject', objections, before: live, after: asked, ignored: [] };
  }
  const merged = asStored(applied.object, kubernetes, definitions);
  const prepared = prepareUpdate(live, merged, circumstances);
  const update = new Update(prepared.before, prepared.after, circumstances);
  judgeUpdate(update);
  const { stored } = prepared;
  const objections = [...invalidity(after, stored, circumstances), ...update.objections];
  const isRejected = objections.length > 0;
  return {
    outcome: isRejected ? 'reject' : outcomeOf(live, stored, kubernetes),
    objections,
    before: live,
    after: stored,
    ignored: isRejected ? [] : ignoredPaths({ before, after, asked, stored: prepared.after }, kubernetes),
    ...(update.doubts.length > 0 && { dependsOn: update.doubts.join('; ') }),
  };
}
