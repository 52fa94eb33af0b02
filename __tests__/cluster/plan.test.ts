import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { KubernetesObject } from '../../lib/manifest/kubernetes-object';
import { describeResource, resourceId } from '../../lib/manifest/resource';
import { makePlan } from '../../lib/plan/make-plan';
import type { ApplyMode } from '../../lib/plan/options';
import type { Action } from '../../lib/plan/plan';
import { applyBoth, type Observations, type Observed } from './edits/apply';
import { type Edit, EDITS } from './edits/edits';
import type { Rendered } from './edits/render-edits';
import { api, describeOnOwnCluster } from './support/cluster';
import { provideStorageClasses } from './support/storage-classes';
import { dropNamespaces } from './support/namespace';

/** What each action looks like afterwards; what does not do what it says may still change something else. */
const OUTCOMES: Readonly<Record<Action, readonly Observed[]>> = {
  create: ['create'],
  update: ['update'],
  scale: ['scale'],
  rollout: ['rollout'],
  replace: ['reject'],
  invalid: ['reject'],
  delete: ['orphan'],
  orphan: ['orphan'],
  move: ['create'],
  'no-effect': ['noop'],
  ineffective: ['noop', 'update'],
};

interface Case {
  readonly title: string;
  readonly mode: ApplyMode;
  readonly edit: Edit;
  readonly rendered: Rendered;
}

const CASES = inNamespaces(renderEdits());

test('at least 40 edits are planned and applied', () => {
  expect(EDITS.length).toBeGreaterThanOrEqual(40);
});

describeOnOwnCluster('what the plan says is what kubectl apply does to every object', () => {
  let kubernetes: string;
  let observed: ReadonlyMap<Case, Promise<Observations>>;
  beforeAll(async () => {
    const { major, minor } = await api().get<{ major: string; minor: string }>('/version');
    kubernetes = `${major}.${minor}`;
    await provideStorageClasses({ objects: CASES.flatMap(({ rendered }) => rendered.before) } as never);
    observed = inTurn(CASES, ({ rendered, mode }) => applyBoth(rendered, mode));
  });
  afterAll(() => dropNamespaces(...CASES.flatMap(namespacesOf)));

  test.each(CASES.map((each) => [each.title, each.mode, each] as const))(
    '%s, applied by the %s',
    async (_title, _mode, each) => {
      const outcomes = await observed.get(each)!;
      const predicted = predict(each, kubernetes);
      const agreeing = Object.entries(outcomes).map(([name, outcome]) => {
        const expected = predicted.get(name) ?? ['noop'];
        const scaled = outcome === 'scale' && isScaled(each, name) ? 'noop' : outcome;
        return [name, expected.includes(scaled) ? outcome : expected[0]];
      });
      expect(outcomes).toEqual(Object.fromEntries(agreeing));
    },
    600_000,
  );
});

/** Whether an autoscaler sets the number of a workload's pods, whatever was applied. */
function isScaled({ rendered }: Case, name: string): boolean {
  const targets = rendered.after.filter(({ kind }) => kind === 'HorizontalPodAutoscaler');
  return targets.some(({ metadata }) => name === `Deployment ${metadata.namespace}/${metadata.name}`);
}

/** What the plan leads to expect of each object that it mentions. */
function predict({ rendered, mode, edit }: Case, kubernetes: string): ReadonlyMap<string, readonly Observed[]> {
  const [before, after] = [rendered.before, rendered.after].map((objects, side) =>
    objects.map((object, document) => ({ object, origin: { file: `${side}.yaml`, document: document + 1 } })),
  );
  const options = { apply: mode, target: 'kubectl', kubernetes, assume: edit.assume ?? {} } as const;
  const { changes } = makePlan(before!, after!, options);
  return new Map(
    changes.flatMap(({ id, from, action }) => [
      [describeResource(id), OUTCOMES[action]] as const,
      ...(from ? [[describeResource(from), OUTCOMES.orphan] as const] : []),
    ]),
  );
}

function renderEdits(): readonly Rendered[] {
  const program = join(__dirname, 'edits', 'render-edits.ts');
  const output = execFileSync(process.execPath, ['--import', 'tsx', program], {
    input: JSON.stringify(EDITS),
    maxBuffer: 2 ** 28,
  });
  return JSON.parse(output.toString()) as Rendered[];
}

/** Every edit in both ways, each in namespaces of its own. */
function inNamespaces(rendered: readonly Rendered[]): readonly Case[] {
  return EDITS.flatMap((edit, index) =>
    (['client', 'server'] as const).map((mode, way) => {
      const number = index * 2 + way;
      const move = (objects: readonly KubernetesObject[]) => objects.map((object) => moved(object, number));
      const { before, after } = rendered[index]!;
      return { title: edit.title, mode, edit, rendered: { before: move(before), after: move(after) } };
    }),
  );
}

/** An object in another namespace, and with a node port that no other Service has. */
function moved(object: KubernetesObject, number: number): KubernetesObject {
  const { metadata, kind } = object;
  const text = JSON.stringify(object).replaceAll('"nodePort":30080', `"nodePort":${30100 + number}`);
  const copy = JSON.parse(text) as KubernetesObject;
  if (kind === 'Namespace') return { ...copy, metadata: { ...metadata, name: `edit-${number}-${metadata.name}` } };
  return { ...copy, metadata: { ...metadata, namespace: `edit-${number}-${metadata.namespace}` } };
}

function namespacesOf({ rendered: { before, after } }: Case): readonly string[] {
  const namespaces = [...before, ...after].filter(({ kind }) => kind === 'Namespace');
  return [...new Set(namespaces.map((object) => resourceId(object).name))];
}

/** Starts work on all items, a few at a time, and tells when each is done. */
function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): ReadonlyMap<T, Promise<R>> {
  const lanes: Promise<unknown>[] = Array.from({ length: 4 }, () => Promise.resolve());
  return new Map(
    items.map((item, index) => {
      const done = lanes[index % lanes.length]!.then(() => work(item));
      lanes[index % lanes.length] = done.catch(() => undefined);
      return [item, done];
    }),
  );
}
