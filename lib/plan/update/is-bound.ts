import type { KubernetesObject } from '../../manifest/kubernetes-object';
import type { Circumstances } from '../prediction';

/** Whether a claim has its volume, as far as anybody can tell. */
export function isBound({ metadata }: KubernetesObject, { assume, mountsClaim }: Circumstances): boolean {
  const { name, namespace = 'default' } = metadata;
  const { claimsBound } = assume;
  if (typeof claimsBound === 'boolean') return claimsBound;
  if (claimsBound) return claimsBound.includes(name) || claimsBound.includes(`${namespace}/${name}`);
  return mountsClaim(namespace, name);
}
