import { credentialIn, isCredential } from '../manifest/credentials';
import type { KubernetesObject } from '../manifest/kubernetes-object';
import { isMap } from '../manifest/pods';

/** What stands for a value that nobody may see. */
export const HIDDEN = '(hidden)';

/** What stands for the new one of two that differ. */
export const HIDDEN_TOO = '(hidden, another one)';

/**
 * Two versions of an object without any value that is a secret: those of a Secret, and others that look like one. A value
 * that differs still does; nothing else can be told from what stands in its place.
 */
export function redact(
  before: KubernetesObject,
  after: KubernetesObject,
): { readonly before: KubernetesObject; readonly after: KubernetesObject } {
  const isSecret = [before, after].some(({ apiVersion, kind }) => apiVersion === 'v1' && kind === 'Secret');
  return {
    before: hide(before, undefined, { isSecret, name: '', path: '' }) as KubernetesObject,
    after: hide(after, before, { isSecret, name: '', path: '' }) as KubernetesObject,
  };
}

interface Place {
  readonly isSecret: boolean;
  /** What the value is called. */
  readonly name: string;
  readonly path: string;
}

/**
 * @param old what stood in the same place, to tell another secret from the same one
 */
function hide(value: unknown, old: unknown, place: Place): unknown {
  if (typeof value === 'string') return isHidden(value, place) ? placeholder(value, old) : value;
  if (Array.isArray(value)) {
    const [all, former] = [value as readonly unknown[], Array.isArray(old) ? (old as readonly unknown[]) : []];
    return all.map((item, index) => {
      const name = isMap(item) && typeof item.name === 'string' ? item.name : '';
      const same =
        name === '' ? former[index] : former.find((candidate) => isMap(candidate) && candidate.name === name);
      return hide(item, same, { ...place, name });
    });
  }
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, inside]) => {
      const name = field === 'value' && place.name !== '' ? place.name : field;
      const path = `${place.path}.${field}`;
      return [field, hide(inside, isMap(old) ? old[field] : undefined, { ...place, name, path })];
    }),
  );
}

function isHidden(value: string, { isSecret, name, path }: Place): boolean {
  if (value === '') return false;
  if (isSecret && /^\.(data|stringData)\./.test(path)) return true;
  if (name === LAST_APPLIED) return true;
  return isCredential(name, value) || credentialIn(value) !== undefined;
}

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

function placeholder(value: string, old: unknown): string {
  return old === undefined || old === value ? HIDDEN : HIDDEN_TOO;
}
