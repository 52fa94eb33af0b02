import { parse } from 'yaml';
import type { KubernetesObject } from '../../../lib/manifest/kubernetes-object';
import type { Circumstances } from '../../../lib/plan/prediction';
import { judgeUpdate } from '../../../lib/plan/update/judge-update';
import { prepareUpdate } from '../../../lib/plan/update/prepare-update';
import { Update } from '../../../lib/plan/update/update';

/** What a judgement is made of, if not of the newest version and of nothing else. */
export type Given = Partial<Circumstances> & { readonly cluster?: readonly string[] };

/** What the API server has against a change of a stored object, as `path: message`, and what it depends on. */
export function judge(before: string, after: string, given: Given = {}): readonly string[] {
  const { objections, doubts } = judged(before, after, given);
  return [...objections.map(({ path, message }) => `${path}: ${message}`), ...doubts.map((doubt) => `? ${doubt}`)];
}

/** The places of which the API server refuses the change. */
export function refused(before: string, after: string, given: Given = {}): readonly string[] {
  return judged(before, after, given).objections.map(({ path }) => path);
}

function judged(before: string, after: string, given: Given): Update {
  const [live, merged] = [before, after].map((text) => parse(text) as KubernetesObject);
  const circumstances = circumstancesOf(given);
  const prepared = prepareUpdate(live!, merged!, circumstances);
  const update = new Update(prepared.before, prepared.after, circumstances, merged!);
  judgeUpdate(update);
  return update;
}

/** The newest version, client-side apply, no claim is bound; other objects of the cluster as YAML. */
export function circumstancesOf({ cluster = [], ...given }: Given = {}): Circumstances {
  const objects = cluster.map((text) => parse(text) as KubernetesObject);
  return {
    mode: 'client',
    kubernetes: '1.37',
    assume: {},
    find: (kind, name) => objects.find((object) => object.kind === kind && object.metadata.name === name),
    mountsClaim: () => false,
    ...given,
  };
}
