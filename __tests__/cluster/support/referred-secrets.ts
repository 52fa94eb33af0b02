import type { Container } from '../nodes/types';
import { type Manifest, ofKind, workloads } from './objects';

/** The Secrets that pods refer to and that the manifests do not make: name to keys. */
export function referredSecrets(objects: readonly Manifest[]): Map<string, string[]> {
  const made = new Set(
    ofKind(objects, 'Secret', 'SealedSecret', 'ExternalSecret').map(({ metadata }) => metadata.name),
  );
  const keys = new Map<string, string[]>();
  const add = (name: string | undefined, key: string) => {
    if (name && !made.has(name)) keys.set(name, [...new Set([...(keys.get(name) ?? []), key])]);
  };
  for (const { spec } of workloads(objects)) {
    const pod = spec?.template?.spec;
    for (const { env = [], envFrom = [] } of [
      ...(pod?.initContainers ?? []),
      ...(pod?.containers ?? []),
    ] as Container[]) {
      for (const { valueFrom } of env) add(valueFrom?.secretKeyRef?.name, valueFrom?.secretKeyRef?.key ?? 'key');
      for (const { secretRef } of envFrom) add(secretRef?.name, 'KEY');
    }
    for (const volume of pod?.volumes ?? []) {
      for (const { secret } of [volume, ...(volume.projected?.sources ?? [])]) {
        for (const { key } of secret?.items ?? [{ key: 'key' }]) add(secret?.secretName ?? secret?.name, key);
      }
    }
  }
  return keys;
}
