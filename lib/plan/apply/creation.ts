import type { KubernetesObject } from '../../manifest/kubernetes-object';
import type { Circumstances, Objection } from '../prediction';
import { atomOf } from './owned/atom-of';
import { Check } from './owned/check';
import { annotated, tooLongAnnotations } from './last-applied';
import { settle } from './refusal';

/**
 * Why one way of applying can't create an object that may be valid by itself: server-side apply has to tell the items of
 * its lists apart, and client-side apply keeps a copy of the manifest in an annotation. `undefined` if it can.
 */
export function creationRefusal(
  manifest: KubernetesObject,
  { mode, kubernetes, definitions = [] }: Pick<Circumstances, 'mode' | 'kubernetes' | 'definitions'>,
): Objection | undefined {
  if (mode === 'client') return tooLongAnnotations(annotated(manifest));
  const applied = settle(() => {
    new Check(kubernetes).value(manifest, atomOf(manifest, kubernetes, definitions));
    return { object: manifest };
  });
  return 'failure' in applied ? applied.failure : undefined;
}
