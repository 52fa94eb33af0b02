import { isAtLeast } from '../version';
import { type About, type Checks, obey, obeyItem } from './check';
import type { Field } from './field';
import { dnsLabel, dnsName, labelValue, pathSegment, qualifiedName, serviceLabel, type Syntax } from './syntax';

const ANNOTATION_BYTES = 256 * 1024;
/** In UTF-8, of one unit of a text in UTF-16. */
const MOST_BYTES_OF_A_LETTER = 3;

/** Kinds whose name may be anything that fits into a URL. */
const ANY_NAME = new Set(['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding', 'PodDisruptionBudget']);

const SET_BY_SERVER = ['resourceVersion', 'uid', 'managedFields'];

/** The labels and annotations of an object, of a pod's template and of whatever else has them. */
export const METADATA_CHECKS: Checks = {
  'meta.v1.ObjectMeta.labels': checkLabels,
  'meta.v1.ObjectMeta.annotations': checkAnnotations,
};

/** The same, where the schema of the object is not known. */
export function checkMetadata(metadata: Field): void {
  if (metadata.has('labels')) checkLabels(metadata.get('labels'));
  if (metadata.has('annotations')) checkAnnotations(metadata.get('annotations'));
}

/** The name and namespace of an object itself. */
export function checkIdentity(metadata: Field, about: About): void {
  const name = metadata.get('name');
  if (name.empty) checkPrefix(metadata.get('generateName'), name, about);
  else obey(name, nameSyntax(about));
  if (metadata.has('namespace')) obey(metadata.get('namespace'), dnsLabel);
  if (about.kind === 'Namespace') checkPodSecurity(metadata.get('labels'));
  for (let index = 0; index < SET_BY_SERVER.length; index++) {
    const field = SET_BY_SERVER[index]!;
    if (metadata.has(field) && !metadata.get(field).empty)
      metadata.get(field).refuse('valid-object', 'is set by the API server: leave it out');
  }
  if (metadata.has('ownerReferences')) checkOwners(metadata.get('ownerReferences'));
  if (about.kind === 'PodDisruptionBudget') return;
  if (!metadata.has('finalizers')) return;
  for (const finalizer of metadata.get('finalizers').items()) obeyItem(finalizer, finalizerName);
}

/** One owner at most controls an object. */
function checkOwners(owners: Field): void {
  const controllers = owners.items().filter((owner) => owner.get('controller').value === true);
  controllers[1]?.get('controller').refuse('valid-object', 'must be true for one owner only');
}

/** A name of which the API server makes up the end. */
function checkPrefix(prefix: Field, name: Field, about: About): void {
  if (prefix.empty) name.refuse('valid-names', 'is required');
  const wrong = prefix.text ? nameSyntax(about)(`${prefix.text.replace(/-$/, '')}x`) : undefined;
  if (wrong !== undefined) prefix.refuse('valid-names', wrong);
}

/** The labels by which a Namespace asks for a level of the Pod Security Standards. */
function checkPodSecurity(labels: Field): void {
  for (const mode of ['enforce', 'audit', 'warn']) {
    const level = labels.get(`pod-security.kubernetes.io/${mode}`);
    const version = labels.get(`pod-security.kubernetes.io/${mode}-version`);
    if (level.value !== undefined && !/^(privileged|baseline|restricted)$/.test(level.text ?? '')) {
      level.refuse('valid-labels', `must be privileged, baseline or restricted: "${level.text ?? ''}"`);
    }
    if (version.text !== undefined && !/^(latest|v1\.\d+)$/.test(version.text)) {
      version.refuse('valid-labels', `must be latest or a version such as v1.33: "${version.text}"`);
    }
  }
}

/** Refuses keys and values that no label may have. */
export function checkLabels(labels: Field): void {
  const { map = {} } = labels;
  const keys = Object.keys(map);
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index]!;
    const value = map[key];
    const wrong = qualifiedName(key);
    if (wrong !== undefined) labels.child(key).refuse('valid-labels', `the key ${wrong}`);
    const bad = typeof value === 'string' ? labelValue(value) : undefined;
    if (bad !== undefined) labels.child(key).refuse('valid-labels', bad);
  }
}

function checkAnnotations(annotations: Field): void {
  const { map = {} } = annotations;
  let length = 0;
  for (const key of Object.keys(map)) {
    const value = map[key];
    const wrong = qualifiedName(key.toLowerCase());
    if (wrong !== undefined) annotations.child(key).refuse('valid-labels', `the key ${wrong}`);
    length += key.length + (typeof value === 'string' ? value.length : 0);
  }
  if (length * MOST_BYTES_OF_A_LETTER > ANNOTATION_BYTES) checkSize(annotations);
}

function checkSize(annotations: Field): void {
  const texts = Object.entries(annotations.map ?? {}).flat();
  const sizes = texts.map((text) => (typeof text === 'string' ? Buffer.byteLength(text) : 0));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  if (bytes <= ANNOTATION_BYTES) return;
  annotations.refuse('valid-labels', `must be at most ${ANNOTATION_BYTES} bytes together, are ${bytes}`);
}

function nameSyntax({ apiVersion, kind, version }: About): Syntax {
  if (kind === 'Service' && apiVersion === 'v1') return isAtLeast(version, '1.36') ? dnsLabel : serviceLabel;
  if (kind === 'Namespace' || kind === 'StatefulSet') return dnsLabel;
  if (kind === 'CronJob') return atMost(52);
  if (kind === 'Job') return atMost(63);
  return ANY_NAME.has(kind) ? pathSegment : dnsName;
}

const STANDARD_FINALIZERS = new Set(['kubernetes', 'orphan', 'foregroundDeletion']);

function finalizerName(name: string): string | undefined {
  if (STANDARD_FINALIZERS.has(name)) return undefined;
  return qualifiedName(name) ?? (name.includes('/') ? undefined : `must be like example.com/name: "${name}"`);
}

/** Names from which longer ones are made. */
function atMost(most: number): Syntax {
  return (name) => (name.length > most ? `must be at most ${most} characters, has ${name.length}` : dnsName(name));
}
