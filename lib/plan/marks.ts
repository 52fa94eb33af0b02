import type { KubernetesObject } from '../manifest/kubernetes-object';

/** The annotation that has Argo CD treat one object in another way, with its options between commas. */
export const SYNC_OPTIONS = 'argocd.argoproj.io/sync-options';

/** What an object says to those who apply it. */
export interface Mark {
  /** As `name: value`, and each of Argo CD's options by itself. */
  readonly text: string;
  readonly place: 'annotation' | 'label';
}

/** The annotations and labels of an object, of which Flux heeds both. */
export function marksOf({ metadata: { annotations, labels } }: KubernetesObject): readonly Mark[] {
  return [...marksIn(annotations, 'annotation'), ...marksIn(labels, 'label')];
}

function marksIn(texts: Readonly<Record<string, unknown>> | undefined, place: Mark['place']): readonly Mark[] {
  return Object.entries(texts ?? {}).flatMap(([name, value]) =>
    (name === SYNC_OPTIONS ? String(value).split(',') : [String(value)]).map((each) => ({
      text: `${name}: ${each.trim()}`,
      place,
    })),
  );
}
