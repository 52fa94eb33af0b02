import { isMap } from '../../manifest/pods';
import type { KubernetesObject } from '../../manifest/kubernetes-object';
import type { Objection } from '../prediction';

/** The annotation in which `kubectl apply` keeps the manifest that it applied last. */
export const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** The bytes that all annotations of an object may have together (`apimachinery/pkg/api/validation/objectmeta.go`). */
const MOST_BYTES = 256 * 1024;

/** A manifest as `kubectl apply` sends it: with annotations, even if there are none, and with itself among them. */
export function annotated(manifest: KubernetesObject): KubernetesObject {
  const bare = withAnnotations(manifest, {});
  return withAnnotations(bare, { [LAST_APPLIED]: `${goJson(bare)}\n` });
}

/** A manifest as the annotation keeps it. */
export function withAnnotations(
  manifest: KubernetesObject,
  more: Readonly<Record<string, string>>,
): KubernetesObject & { metadata: { annotations: Record<string, string> } } {
  const { [LAST_APPLIED]: _, ...annotations } = manifest.metadata.annotations ?? {};
  return { ...manifest, metadata: { ...manifest.metadata, annotations: { ...annotations, ...more } } };
}

/** Why the API server refuses an object's annotations, if they are too long. */
export function tooLongAnnotations({ metadata }: KubernetesObject): Objection | undefined {
  const annotations = Object.entries(metadata.annotations ?? {});
  const bytes = annotations.map(([name, value]) => Buffer.byteLength(name) + Buffer.byteLength(String(value)));
  if (bytes.reduce((sum, length) => sum + length, 0) <= MOST_BYTES) return undefined;
  const message = `Too long: may not be more than ${MOST_BYTES} bytes`;
  return { path: 'metadata.annotations', message, update: false };
}

/** JSON as Go writes it: sorted fields, and escapes for HTML. */
function goJson(value: unknown): string {
  const escapes: Readonly<Record<string, string>> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026' };
  return JSON.stringify(value, (_name, inside: unknown) => (isMap(inside) ? sorted(inside) : inside))
    .replaceAll(/[<>&]/g, (sign) => escapes[sign]!)
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`);
}

function sorted(map: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(Object.entries(map).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
