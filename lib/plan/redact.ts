import { credentialIn, credentialOfLine, isCredential, mayNameSecret } from '../manifest/credentials';
import type { KubernetesObject } from '../manifest/kubernetes-object';
import { isMap } from '../manifest/pods';
import type { Scrubber } from './scrubber';

/** What stands for a value that nobody may see. */
export const HIDDEN = '(hidden)';

/** What stands for the new one of two that differ. */
const HIDDEN_TOO = '(hidden, another one)';

/**
 * Two versions of an object without any value that is a secret: those of a Secret, those that Secrets have too, and others
 * that look like one. A value that differs still does; nothing else can be told from what stands in its place.
 */
export function redact(
  before: KubernetesObject,
  after: KubernetesObject,
  scrub: Scrubber = (text) => text,
): { readonly before: KubernetesObject; readonly after: KubernetesObject } {
  const isSecret = [before, after].some(({ apiVersion, kind }) => apiVersion === 'v1' && kind === 'Secret');
  const place = { isSecret, scrub, name: '', path: '' };
  return {
    before: hide(before, undefined, place) as KubernetesObject,
    after: hide(after, before, place) as KubernetesObject,
  };
}

interface Place {
  readonly isSecret: boolean;
  readonly scrub: Scrubber;
  /** What the value is called. */
  readonly name: string;
  readonly path: string;
}

/**
 * @param old what stood in the same place, to tell another secret from the same one
 */
function hide(value: unknown, old: unknown, place: Place): unknown {
  if (typeof value === 'string')
    return isHidden(value, place) ? placeholder(value, old) : hideInside(value, old, place);
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
  if (isSecret && /^\.(data|stringData)(\.|$)/.test(path)) return true;
  if (name === LAST_APPLIED) return true;
  if (path.startsWith('.binaryData.')) return hasCredential(Buffer.from(value, 'base64').toString('latin1'));
  return isCredential(name, value) || credentialIn(value) !== undefined;
}

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

function hasCredential(text: string): boolean {
  return credentialIn(text) !== undefined || text.split('\n').some((line) => credentialOfLine(line) !== undefined);
}

/** Leaves a text but for what is a secret in it: the rest of a file can be told. */
function hideInside(text: string, old: unknown, { scrub }: Place): string {
  const former = typeof old === 'string' ? old : undefined;
  const lines = mayNameSecret(text) ? hideInLines(text, former) : text;
  const scrubbed = scrub(lines, HIDDEN);
  if (scrubbed === lines || former === undefined || former === text) return scrubbed;
  return scrub(former, HIDDEN) === scrubbed ? scrub(lines, HIDDEN_TOO) : scrubbed;
}

/** Such as `apiKey: (hidden)`. */
function hideInLines(text: string, former: string | undefined): string {
  const known = new Set(former?.split('\n'));
  return text
    .split('\n')
    .map((line) => {
      const credential = credentialOfLine(line);
      if (credential === undefined) return line;
      const at = line.lastIndexOf(credential);
      const instead = former === undefined || known.has(line) ? HIDDEN : HIDDEN_TOO;
      return line.slice(0, at) + instead + line.slice(at + credential.length);
    })
    .join('\n');
}

function placeholder(value: string, old: unknown): string {
  return old === undefined || old === value ? HIDDEN : HIDDEN_TOO;
}
