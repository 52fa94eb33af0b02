import { type Fields, mapsAt, textAt } from '../../manifest/fields';
import type { KubernetesObject } from '../../manifest/kubernetes-object';
import type { Update } from './update';

const FIXED = [
  ['spec', 'scope'],
  ['spec', 'names', 'kind'],
  ['spec', 'group'],
  ['spec', 'names', 'plural'],
] as const;

/**
 * A CustomResourceDefinition keeps what its objects are stored by, and every version in which some may be stored.
 * https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go
 */
export function checkDefinition(update: Update): void {
  for (const path of FIXED) if (update.changes(...path)) update.refuse(path.join('.'));
  const names = new Set(versionsOf(update.after).map(nameOf));
  for (const version of versionsOf(update.before)) {
    const name = nameOf(version);
    if (names.has(name)) continue;
    if (version.storage === true) update.refuse(`status.storedVersions[${name}]`, missing(name));
    else update.doubt(`whether objects were ever stored as ${name}`);
  }
}

function versionsOf(definition: KubernetesObject): readonly Fields[] {
  return mapsAt(definition, 'spec', 'versions');
}

function nameOf(version: Fields): string {
  return textAt(version, 'name') ?? '';
}

function missing(version: string): string {
  return `missing from spec.versions; ${version} was previously a storage version, and must remain in spec.versions until a storage migration`;
}
