import type { ExternalReference } from './target';

/**
 * An object that lives elsewhere, in one word: `Secret/tls`, `Gateway/infra/web`, `Secret/db=USER,PASSWORD` for one
 * whose keys are known; the kind as manifests write it. `undefined` for anything else.
 */
export function parseExternal(text: string): ExternalReference | undefined {
  const [path = '', list] = text.split(/=(.*)/s);
  const parts = path.split('/');
  const [kind, namespace, name] = parts.length === 2 ? [parts[0], undefined, parts[1]] : parts;
  const keys = list?.split(',');
  if (parts.length > 3 || !name || namespace === '' || keys?.includes('')) return undefined;
  return kind !== undefined && /^[A-Z]\w*$/.test(kind) ? { kind, name, namespace, keys } : undefined;
}

/** The same word for an object that lives elsewhere. */
export function formatExternal({ kind, namespace, name, keys }: ExternalReference): string {
  const path = [kind, ...(namespace === undefined ? [] : [namespace]), name].join('/');
  return keys === undefined || keys.length === 0 ? path : `${path}=${keys.toSorted().join(',')}`;
}
