import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { KubernetesObject } from '../../lib/manifest/kubernetes-object';
import { isMap } from '../../lib/manifest/pods';
import type { ApplyMode } from '../../lib/plan/options';
import { predict } from '../../lib/plan/predict';
import type { Outcome, Prediction } from '../../lib/plan/prediction';
import { circumstancesOf } from './update/judge';

/** See the head of the file. */
interface Change {
  readonly what: string;
  readonly of: string;
  readonly given?: Readonly<Record<string, unknown>>;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly remove?: readonly string[];
  readonly kubernetes?: string;
  readonly outcome: Outcome | Readonly<Record<ApplyMode, Outcome>>;
  /** The places that are ignored, by both ways or by one of them. @default - none */
  readonly ignored?: readonly string[] | Partial<Readonly<Record<ApplyMode, readonly string[]>>>;
  /** The places that are refused. @default - whatever they are */
  readonly refused?: readonly string[];
}

const ANYWHERE = 'anywhere';

const { objects, changes } = parse(readFileSync(join(__dirname, 'changes.yaml'), 'utf8'), { merge: true }) as {
  readonly objects: Readonly<Record<string, KubernetesObject>>;
  readonly changes: readonly Change[];
};

const rows = changes.flatMap((change) =>
  (['client', 'server'] as const).map(
    (mode) => [change.of, change.what, mode, outcomeOf(change, mode), change] as const,
  ),
);

test.each(rows)('%s: %s, by the %s: %s', (_of, _what, mode, outcome, change) => {
  const before = edited(objects[change.of]!, change.given ?? {}, []);
  const after = edited(before, change.set ?? {}, change.remove ?? []);
  const { kubernetes = '1.37' } = change;
  const prediction = predict(before, after, circumstancesOf({ mode, kubernetes }));

  expect(summary(prediction, change)).toEqual({
    outcome,
    ignored: ignoredOf(change, mode),
    refused: outcome === 'reject' ? (change.refused ?? ANYWHERE) : [],
  });
});

test('nothing that is given is changed', () => {
  const before = objects.deployment!;
  const copy = structuredClone(before);
  predict(before, edited(before, { '/spec/replicas': 4 }, []), circumstancesOf());

  expect(before).toEqual(copy);
});

/** Which places are refused is compared where the change says so. */
function summary({ outcome, objections, ignored }: Prediction, { refused }: Change): object {
  const places = objections.map(({ path }) => path);
  return { outcome, ignored, refused: places.length > 0 && !refused ? ANYWHERE : places };
}

function outcomeOf({ outcome }: Change, mode: ApplyMode): Outcome {
  return typeof outcome === 'string' ? outcome : outcome[mode];
}

function ignoredOf({ ignored = [] }: Change, mode: ApplyMode): readonly string[] {
  return isMap(ignored) ? (ignored[mode] ?? []) : ignored;
}

/** An object with other values at some places, as in JSON Pointer, and without others. */
function edited(
  object: KubernetesObject,
  values: Readonly<Record<string, unknown>>,
  removed: readonly string[],
): KubernetesObject {
  const copy = structuredClone(object) as unknown as Record<string, unknown>;
  for (const [path, value] of Object.entries(values)) {
    const [parent, last] = parentOf(copy, path);
    parent[last] = value;
  }
  for (const path of removed) {
    const [parent, last] = parentOf(copy, path);
    delete parent[last];
  }
  return copy as unknown as KubernetesObject;
}

function parentOf(object: Record<string, unknown>, path: string): readonly [Record<string, unknown>, string] {
  const steps = path.slice(1).split('/');
  const last = steps.pop()!;
  const parent = steps.reduce<unknown>((value, step) => {
    if (!isMap(value) && !Array.isArray(value)) throw new Error(`there is no ${step} of ${path}`);
    return (value as Record<string, unknown>)[step];
  }, object);
  return [parent as Record<string, unknown>, last];
}
