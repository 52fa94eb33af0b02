import { asStored } from '../manifest/defaults/as-stored';
import type { KubernetesObject } from '../manifest/kubernetes-object';
import type { Circumstances } from './prediction';

type Known = Pick<Circumstances, 'kubernetes' | 'definitions'>;

const known = new WeakMap<KubernetesObject, Known & { readonly stored: KubernetesObject }>();

/** What the API server stores when it creates an object; worked out once for both ways of applying. Nobody may change it. */
export function storedForm(object: KubernetesObject, { kubernetes, definitions }: Known): KubernetesObject {
  const found = known.get(object);
  if (found && found.kubernetes === kubernetes && found.definitions === definitions) return found.stored;
  const stored = asStored(object, kubernetes, definitions);
  known.set(object, { kubernetes, definitions, stored });
  return stored;
}
