import { parseQuantity } from '../../manifest/quantity';
import type { FieldChange } from '../plan';
import type { PlanRule, Remark } from '../rule';
import { isNew } from './common/change';
import { isRollout, templateFields } from './common/rollout';
import { listed } from './common/words';

/** Pods that restart although nothing is to be different for them. */
export const needlessRestart: PlanRule = {
  id: 'needless-restart',
  what: 'Pods restart for a change that means nothing to them: order, spelling, labels.',
  levels: ['warning', 'note'],
  why: 'Any difference of the stored template replaces all pods, also of lists whose order does not matter.',
  link: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#updating-a-deployment',
  find: (change) => {
    const fields = templateFields(change);
    if (isNew(change) || !isRollout(change) || fields.length === 0) return [];
    const remark = CAUSES.find(([applies]) => fields.every(applies));
    return remark ? [{ path: fields[0]!.path, ...remark[1](fields) }] : [];
  },
};

type Cause = readonly [applies: (field: FieldChange) => boolean, remark: (fields: readonly FieldChange[]) => Remark];

const LABEL = /^spec\.template\.metadata\.(?:labels|annotations)(?:\.|\[)([^\]]+)\]?$/;
const VERSION = /(^|\/)(version|chart|release|revision|build|commit|git-sha|managed-by|part-of)$|^helm\.sh\/chart$/;

const CAUSES: readonly Cause[] = [
  [
    ({ order }) => order === true,
    (fields) => ({
      severity: 'warning',
      message: `pods restart for the order of ${listed(fields.map(({ path }) => path.replace(/^spec\.template\.(spec\.)?/, '')))}`,
      remedy: 'render the list in the old order; a stable order keeps pods running',
    }),
  ],
  [
    isSameAmount,
    (fields) => ({
      severity: 'warning',
      message: `pods restart for the spelling of an amount: ${listed(fields.map(({ before, after }) => `${String(before)} and ${String(after)} are the same`))}`,
      remedy: 'keep the old spelling, or let it ride along with a change that restarts the pods anyway',
    }),
  ],
  [
    ({ path }) => VERSION.test(LABEL.exec(path)?.[1] ?? ''),
    (fields) => ({
      severity: 'note',
      message: `pods restart only because of ${listed(fields.map(({ path }) => LABEL.exec(path)![1]!))} in their template`,
      remedy: 'put such labels on the workload itself, and not into its pod template',
    }),
  ],
];

function isSameAmount({ before, after }: FieldChange): boolean {
  const amount = parseQuantity(before);
  return amount !== undefined && before !== after && typeof before === 'string' && amount === parseQuantity(after);
}
