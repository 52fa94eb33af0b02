import { type Fields, fieldAt, mapsAt, textAt } from '../manifest/fields';
import { groupBy } from '../manifest/group-by';
import { oncePer } from '../manifest/once-per';
import { GATEWAY } from '../manifest/references/gateway-references';
import { labelSelector, matches, type Selector } from '../manifest/references/label-selector';
import { nameOf, namespaceOf } from '../manifest/references/reference';
import type { MadeReference, ResourceIndex } from '../manifest/references/resource-index';
import { texts } from '../manifest/references/workload-pods';
import type { Resource } from '../manifest/resource';

/** Whether a route attaches to what it refers to, instead of leading to it. */
export function isParent({ path }: MadeReference): boolean {
  return path.startsWith('spec.parentRefs[');
}

/** The Gateway or ListenerSet that is meant, as far as it is known: a namespace that is not written down may be any. */
export function gatewayOf(reference: MadeReference, index: ResourceIndex): Resource | undefined {
  const gateway = reference.group === GATEWAY ? index.find(reference)?.resource : undefined;
  return gateway && namespaceOf(gateway) === reference.namespace ? gateway : undefined;
}

/** From which namespace something comes to a Gateway, where it is another than its own. */
export function whence(resource: Resource, gateway: Resource): string {
  const namespace = namespaceOf(resource);
  return namespace === namespaceOf(gateway) ? '' : ` from namespace '${namespace}'`;
}

/** What a route says of a parent beside its name. */
export function parentOf({ path, resource }: MadeReference): Fields {
  const at = Number(/\d+/.exec(path)?.[0]);
  return mapsAt(resource.object, 'spec', 'parentRefs')[at] ?? {};
}

/** The listeners of a Gateway that a route asks for: by name, by port, or all of them. */
export function listenersFor(parent: MadeReference, gateway: Resource): readonly Fields[] {
  const { sectionName, port } = parentOf(parent);
  return mapsAt(gateway.object, 'spec', 'listeners')
    .filter(({ name }) => !sectionName || sectionName === name)
    .filter((listener) => !port || port === listener.port);
}

/** What each protocol is for, where a listener does not say it. https://gateway-api.sigs.k8s.io/guides/tls/ */
const KINDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['HTTP', ['HTTPRoute', 'GRPCRoute']],
  ['HTTPS', ['HTTPRoute', 'GRPCRoute']],
  ['TLS', ['TLSRoute', 'TCPRoute']],
  ['TCP', ['TCPRoute']],
  ['UDP', ['UDPRoute']],
]);
const KNOWN = new Set([...KINDS.values()].flat());

/** Whether a listener takes a kind of route, as far as it and its protocol are known. */
export function takesKind(listener: Fields, kind: string): boolean {
  const named = mapsAt(listener, 'allowedRoutes', 'kinds');
  if (named.length > 0) return named.some((each) => each.kind === kind && (each.group ?? GATEWAY) === GATEWAY);
  const usual = KINDS.get(protocolOf(listener));
  return !usual || !KNOWN.has(kind) || usual.includes(kind);
}

function protocolOf(listener: Fields): string {
  return (textAt(listener, 'protocol') ?? '').toUpperCase();
}

/** Whether a listener takes routes of a namespace, by default those of its own; as far as the labels of it are known. */
export function takesNamespace(listener: Fields, own: string, namespace: string, index: ResourceIndex): boolean {
  return isOpen(fieldAt(listener, 'allowedRoutes', 'namespaces'), 'Same', own, namespace, index);
}

/** Whether a Gateway takes ListenerSets of a namespace, by default none; as far as the labels of it are known. */
export function takesListeners(gateway: Resource, namespace: string, index: ResourceIndex): boolean {
  const allowed = fieldAt(gateway.object, 'spec', 'allowedListeners', 'namespaces');
  return isOpen(allowed, 'None', namespaceOf(gateway), namespace, index);
}

function isOpen(allowed: unknown, usual: string, own: string, namespace: string, index: ResourceIndex): boolean {
  const from = textAt(allowed, 'from') ?? usual;
  if (from === 'None') return false;
  if (namespace === '' || own === '') return true;
  if (from === 'Same') return namespace === own;
  const selector = from === 'Selector' ? labelSelector(fieldAt(allowed, 'selector')) : undefined;
  const labels = selector && labelsOf(namespace, selector, index);
  return !selector || !labels || matches(selector, labels);
}

const NAME = 'kubernetes.io/metadata.name';
const namespacesOf = oncePer((index: ResourceIndex) => groupBy(index.ofKind('Namespace'), nameOf));

/** The labels of a namespace that a selector asks for; `undefined` where the manifests do not have it. */
function labelsOf(name: string, { labels, expressions }: Selector, index: ResourceIndex) {
  const [rendered] = namespacesOf(index).get(name) ?? [];
  if (rendered) return { ...texts(fieldAt(rendered.object, 'metadata', 'labels')), [NAME]: name };
  const asked = [...labels.map(([key]) => key), ...expressions.map(({ key }) => key)];
  return asked.every((key) => key === NAME) ? { [NAME]: name } : undefined;
}

/** Whether a listener is for one of some hosts. Without hosts a route is for any, as a listener is. */
export function takesHosts(listener: Fields, hosts: readonly string[]): boolean {
  const own = textAt(listener, 'hostname')?.toLowerCase();
  if (!own || hosts.length === 0 || ['TCP', 'UDP'].includes(protocolOf(listener))) return true;
  return hosts.map((host) => host.toLowerCase()).some((host) => isWithin(host, own) || isWithin(own, host));
}

/** A `*` stands for one part of a name or more. */
function isWithin(host: string, pattern: string): boolean {
  return host === pattern || pattern === '*' || (pattern.startsWith('*.') && host.endsWith(pattern.slice(1)));
}
