import type { KubernetesObject } from '../../manifest/kubernetes-object';

/** The group and kind of an object: `apps/Deployment`, `/Service`. */
export function groupKindOf({ apiVersion, kind }: KubernetesObject): string {
  return `${apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''}/${kind}`;
}
