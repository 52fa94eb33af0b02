import { fieldAt } from '../manifest/fields';
import type { KubernetesObject } from '../manifest/kubernetes-object';
import type { ApplyMode } from './options';
import type { Action, Rollout } from './plan';
import type { Circumstances, Outcome, Prediction } from './prediction';
import { predictEach } from './predict';
import { sameJson } from './update/same-json';

/** What becomes of an object in one or both ways of applying. */
export interface Judgement {
  readonly action: Action;
  readonly byMode?: { readonly client: Action; readonly server: Action };
  readonly rollout?: Rollout;
  /** The prediction for the worse way. */
  readonly prediction: Prediction;
}

/** From harmless to bad. */
const BADNESS: readonly Action[] = ['no-effect', 'update', 'scale', 'ineffective', 'rollout', 'replace', 'invalid'];

/** What becomes of an object that both sets have; the worse, if it is not the same for each way of applying. */
export function judgePair(
  before: KubernetesObject,
  after: KubernetesObject,
  modes: readonly ApplyMode[],
  circumstances: Omit<Circumstances, 'mode'>,
): Judgement {
  const predictions = predictEach(before, after, modes, circumstances);
  const judged = predictions.map((prediction) => ({ prediction, action: actionOf(prediction) }));
  const worst = judged.reduce((a, b) => (BADNESS.indexOf(b.action) > BADNESS.indexOf(a.action) ? b : a));
  const actions = Object.fromEntries(modes.map((mode, index) => [mode, judged[index]!.action]));
  return {
    action: worst.action,
    ...(new Set(Object.values(actions)).size > 1 && { byMode: actions as Record<ApplyMode, Action> }),
    rollout: rolloutOf(worst.action, worst.prediction),
    prediction: worst.prediction,
  };
}

const ACTIONS: Readonly<Record<Exclude<Outcome, 'reject' | 'noop'>, Action>> = {
  rollout: 'rollout',
  scale: 'scale',
  update: 'update',
};

function actionOf({ outcome, objections, ignored }: Prediction): Action {
  if (outcome === 'reject') return objections.every(({ update }) => update) ? 'replace' : 'invalid';
  if (outcome === 'noop') return ignored.length > 0 ? 'ineffective' : 'no-effect';
  return ACTIONS[outcome];
}

function template(object: KubernetesObject): unknown {
  return fieldAt(object, 'spec', 'template') ?? fieldAt(object, 'spec', 'jobTemplate');
}

/** How pods follow a new template; `undefined` for a change that leaves it alone. */
function rolloutOf(action: Action, { before, after }: Prediction): Rollout | undefined {
  if (action === 'replace' || action === 'invalid' || sameJson(template(before), template(after))) return undefined;
  if (after.kind === 'CronJob') return 'next-run';
  if (action !== 'rollout') return fieldAt(after, 'spec', 'paused') === true ? 'staged' : undefined;
  return isStaged(after)
    ? 'staged'
    : fieldAt(after, 'spec', 'strategy', 'type') === 'Recreate'
      ? 'all-at-once'
      : 'rolling';
}

function isStaged(object: KubernetesObject): boolean {
  const strategy = fieldAt(object, 'spec', 'updateStrategy');
  const partition = fieldAt(strategy, 'rollingUpdate', 'partition');
  if (fieldAt(object, 'spec', 'paused') === true || fieldAt(strategy, 'type') === 'OnDelete') return true;
  const start = Number(fieldAt(object, 'spec', 'ordinals', 'start') ?? 0);
  return (
    typeof partition === 'number' &&
    partition > 0 &&
    partition >= start + Number(fieldAt(object, 'spec', 'replicas') ?? 1)
  );
}
