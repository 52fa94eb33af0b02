import { type Document, referredType } from './types';

/** A kind that can be created in a cluster. */
export interface Kind {
  /** `apps/v1 Deployment`. */
  readonly key: string;
  readonly type: string;
  readonly namespaced: boolean;
  readonly since: string;
  readonly until: string;
}

/** The old pre-release versions that are served unless somebody asks otherwise; the newer ones are the other way. */
const SERVED_BETAS = /^flowcontrol\.apiserver\.k8s\.io\/v1beta3 /;
const SERVED_BETAS_1_28 = /^flowcontrol\.apiserver\.k8s\.io\/v1beta[23] /;

/** The kinds that a cluster of `version` serves by default. */
export function kindsOf({ paths }: Document, version: string): Kind[] {
  return Object.entries(paths).flatMap(([path, { post }]): Kind[] => {
    const id = post?.['x-kubernetes-group-version-kind'];
    if (!id || post['x-kubernetes-action'] !== 'post' || path.includes('{name}')) return [];
    const key = `${id.group ? `${id.group}/` : ''}${id.version} ${id.kind}`;
    const betas = version === '1.28' ? SERVED_BETAS_1_28 : SERVED_BETAS;
    if (/^v\d+(alpha|beta)/.test(id.version) && !betas.test(key)) return [];
    const namespaced = path.includes('{namespace}');
    return [{ key, type: referredType(post), namespaced, since: version, until: version }];
  });
}
