import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KubernetesObject } from '../../lib/manifest/kubernetes-object';
import { isMap } from '../../lib/manifest/pods';
import type { ApplyMode } from '../../lib/plan/options';
import { predict } from '../../lib/plan/predict';
import type { Circumstances, Prediction } from '../../lib/plan/prediction';
import { dedent } from '../support/yaml';

/** What real API servers did with a change: see `about` in the file. */
interface Case {
  readonly id: string;
  readonly kind: string;
  readonly before: KubernetesObject;
  readonly after: KubernetesObject;
  readonly observed: Readonly<Record<string, Readonly<Record<'csa' | 'ssa', Observed>>>>;
  readonly checkedPath?: string;
  readonly precondition?: 'pvc-bound';
}

interface Observed {
  readonly outcome: string;
  readonly message?: string;
  readonly value?: unknown;
}

interface Replay {
  readonly name: string;
  readonly kind: string;
  readonly seen: Observed;
  readonly prediction: Prediction;
  /** What the stored object has at the path that was looked at. */
  readonly held: unknown;
}

const HARMFUL = new Set(['reject', 'rollout']);

const ALLOCATED = new Set(['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy', 'nodePort']);

const { cases, context } = JSON.parse(readFileSync(join(__dirname, 'oracle/apply-mutations.json'), 'utf8'), expand) as {
  readonly cases: readonly Case[];
  readonly context: readonly KubernetesObject[];
};

const replayed = cases.flatMap((one) => replay(one));

test('every case is replayed for each version and each way of applying', () => {
  expect(cases).toHaveLength(199);
  expect(replayed).toHaveLength(cases.length * 4);
});

test('nothing that is rejected or restarts pods is predicted to be harmless', () => {
  expect(replayed.filter(isFalseSafe).map(described)).toEqual([]);
});

test('every outcome is as it was observed', () => {
  expect(replayed.filter((one) => !isRight(one)).map(described)).toEqual([]);
});

test('the stored object holds what was observed in the cluster', () => {
  const compared = replayed.filter(({ seen }) => seen.value !== undefined);
  const wrong = compared.filter(({ seen, held }) => !sameValue(held, seen.value)).map(described);

  expect(compared.length).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
});

test('the table of all replays', () => {
  process.stderr.write(table());

  expect(table()).toBe(dedent`
    kind                     right  false safe  false alarm  all
    CSIDriver                    8           0            0    8
    ConfigMap                   24           0            0   24
    CronJob                     28           0            0   28
    CustomResourceDefinition    24           0            0   24
    DaemonSet                   20           0            0   20
    Deployment                 220           0            0  220
    HorizontalPodAutoscaler     16           0            0   16
    Ingress                     28           0            0   28
    Job                         52           0            0   52
    LimitRange                   4           0            0    4
    Namespace                    4           0            0    4
    NetworkPolicy               12           0            0   12
    PersistentVolume            12           0            0   12
    PersistentVolumeClaim       36           0            0   36
    Pod                         20           0            0   20
    PodDisruptionBudget         20           0            0   20
    PriorityClass                8           0            0    8
    ReplicaSet                   8           0            0    8
    ResourceQuota                8           0            0    8
    Role                         4           0            0    4
    RoleBinding                  8           0            0    8
    RuntimeClass                 4           0            0    4
    Secret                      24           0            0   24
    Service                     96           0            0   96
    ServiceAccount               4           0            0    4
    StatefulSet                 84           0            0   84
    StorageClass                16           0            0   16
    VolumeAttributesClass        4           0            0    4
  `);
});

/** The file writes long texts short. */
function expand(_key: string, value: unknown): unknown {
  if (!isMap(value) || typeof value.$repeat !== 'string') return value;
  return value.$repeat.repeat(Number(value.$count));
}

function replay(one: Case): readonly Replay[] {
  return Object.entries(one.observed).flatMap(([version, modes]) =>
    (['csa', 'ssa'] as const).map((mode) => {
      const prediction = predict(
        one.before,
        one.after,
        circumstances(one, version, mode === 'csa' ? 'client' : 'server'),
      );
      const held = one.checkedPath === undefined ? undefined : valueAt(prediction.after, one.checkedPath);
      return { name: `${one.id} ${version} ${mode}`, kind: one.kind, seen: modes[mode], prediction, held };
    }),
  );
}

function circumstances(one: Case, version: string, mode: ApplyMode): Circumstances {
  return {
    mode,
    kubernetes: version.replace(/\.\d+$/, ''),
    assume: { claimsBound: one.precondition === 'pvc-bound' },
    find: (kind, name) => context.find((object) => object.kind === kind && object.metadata.name === name),
    mountsClaim: () => false,
  };
}

/** A kind that the version does not serve is refused. */
function expected({ outcome }: Observed): string {
  return outcome === 'unavailable' ? 'reject' : outcome;
}

function isRight({ seen, prediction }: Replay): boolean {
  return prediction.outcome === expected(seen);
}

function isFalseSafe({ seen, prediction }: Replay): boolean {
  return HARMFUL.has(expected(seen)) && !HARMFUL.has(prediction.outcome);
}

function isFalseAlarm({ seen, prediction }: Replay): boolean {
  return !HARMFUL.has(expected(seen)) && HARMFUL.has(prediction.outcome);
}

function described({ name, kind, seen, prediction, held }: Replay): unknown {
  const { outcome, objections } = prediction;
  return { name, kind, seen, predicted: outcome, objections, held };
}

/** `/spec/template/spec/containers/0/env`, as in JSON Patch. */
function valueAt(object: unknown, pointer: string): unknown {
  const steps = pointer.slice(1).split('/');
  return (
    steps.reduce<unknown>((value, step) => {
      return value === undefined || value === null ? undefined : (value as Record<string, unknown>)[step];
    }, object) ?? '<absent>'
  );
}

/** Addresses and ports that the cluster has chosen can't be foretold. */
function sameValue(held: unknown, observed: unknown): boolean {
  const written = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(written);
    if (!isMap(value)) return value;
    const kept = Object.keys(value).filter((field) => !ALLOCATED.has(field));
    return Object.fromEntries(kept.toSorted().map((field) => [field, written(value[field])]));
  };
  return JSON.stringify(written(held)) === JSON.stringify(written(observed));
}

/** Right, false safe, false alarm and all replays of each kind. */
function table(): string {
  const rows = [...new Set(replayed.map(({ kind }) => kind))].toSorted().map((kind) => {
    const own = replayed.filter((one) => one.kind === kind);
    return [kind, count(own, isRight), count(own, isFalseSafe), count(own, isFalseAlarm), String(own.length)];
  });
  return [['kind', 'right', 'false safe', 'false alarm', 'all'], ...rows].map(line).join('');
}

function count(replays: readonly Replay[], holds: (replay: Replay) => boolean): string {
  return String(replays.filter(holds).length);
}

function line([kind = '', ...counts]: readonly string[]): string {
  const widths = [5, 11, 12, 4];
  return `${kind.padEnd(24)} ${counts.map((text, index) => text.padStart(widths[index]!)).join(' ')}\n`;
}
