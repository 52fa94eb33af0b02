import type { Change, PlanRule, Remark } from '../rule';
import { isRejected, kindOf } from './common/change';
import { namespaceWords, word } from './common/commands';
import { groupBy } from '../../manifest/group-by';
import { listed } from './common/words';

/** What apply merges away, by the simulation of it. */
export const changeIsIgnored: PlanRule = {
  id: 'change-is-ignored',
  what: 'The API server accepts the change, and the cluster does not follow it.',
  levels: ['warning'],
  why: 'Apply merges the manifest into what is there: fields that the server filled in stay, and items of lists are taken for each other.',
  link: 'https://kubernetes.io/docs/tasks/manage-kubernetes-objects/declarative-config/#merge-patch-calculation',
  find: (change) => {
    if (change.ignored.length === 0 || isRejected(change)) return [];
    const groups = groupBy(change.ignored, (path) => causeOf(path, change));
    return [...groups].map(([cause, paths]) => ({
      severity: 'warning',
      path: paths[0],
      message: `${listed(paths)} ${paths.length === 1 ? 'does' : 'do'} not become what the manifest says: ${cause.because}`,
      remedy: cause.remedy,
      commands: cause.commands?.(change, paths),
    }));
  },
};

interface Cause {
  readonly pattern: RegExp;
  readonly because: string;
  readonly remedy: string;
  /** @default - none */
  readonly commands?: (change: Change, paths: readonly string[]) => Remark['commands'];
}

const CAUSES: readonly Cause[] = [
  {
    pattern: /serviceAccount(Name)?$/,
    because: 'its alias serviceAccount keeps the old name',
    remedy: 'write serviceAccountName: default',
  },
  {
    pattern: /^\/Secret (data|stringData)\b/,
    because: 'keys that were applied as stringData stay in data',
    remedy: 'remove the key by hand, and use data from now on',
    commands: ({ id }, paths) =>
      paths.flatMap((path) => {
        const key = /^(?:data|stringData)(?:\.([\w-]+)|\[([^\]]+)\])$/.exec(path);
        if (!key) return [];
        const patch = JSON.stringify([{ op: 'remove', path: `/data/${(key[1] ?? key[2])!}` }]);
        return [
          `kubectl patch ${namespaceWords(id.namespace)}${word(`secret/${id.name}`)} --type=json -p ${word(patch)}`,
        ];
      }),
  },
  {
    pattern: /\bports\b/,
    because: 'client-side apply takes ports of the same number for one',
    remedy: 'apply with --server-side, which tells them apart by their protocol',
  },
  {
    pattern: /topologySpreadConstraints/,
    because: 'client-side apply takes constraints with the same topologyKey for one',
    remedy: 'apply with --server-side',
  },
  {
    pattern: /\.env\b|\.env\[/,
    because: 'client-side apply takes variables of the same name for one',
    remedy: 'leave each variable once',
  },
  { pattern: /imagePullPolicy$/, because: 'the default of the old image stays', remedy: 'write imagePullPolicy' },
  {
    pattern: /spec\.clusterIPs?\b/,
    because: 'a Service keeps the address that it got',
    remedy: 'delete the Service first, or use another name; its address changes',
  },
  {
    pattern: /strategy\b|updateStrategy\b/,
    because: 'the API server keeps what it filled in',
    remedy: 'write the value that you want',
  },
];

const OTHERWISE: Cause = {
  pattern: /./,
  because: 'the cluster keeps what it has',
  remedy: 'write the value that you want, instead of leaving the field out',
};

function causeOf(path: string, change: Change): Cause {
  return CAUSES.find(({ pattern }) => pattern.test(path) || pattern.test(`${kindOf(change)} ${path}`)) ?? OTHERWISE;
}
