import * as fc from 'fast-check';
import { asStored } from '../../lib/manifest/defaults/as-stored';
import type { KubernetesObject } from '../../lib/manifest/kubernetes-object';
import { parseManifest } from '../../lib/manifest/parse-manifest';
import { describeResource, type Resource } from '../../lib/manifest/resource';
import { makePlan } from '../../lib/plan/make-plan';
import { pair } from '../../lib/plan/pair';
import { arbitraryProgram } from '../support/arbitrary-program';
import { buildProgram } from '../support/build-program';

const OPTIONS = { apply: 'either', target: 'kubectl', kubernetes: '1.33', assume: {} } as const;

/** The objects of a random program, as a reader of its files sees them. */
const objects = arbitraryProgram.map((description) =>
  buildProgram(description)
    .render()
    .files.flatMap(({ path, text }) => parseManifest(text, path).resources),
);

function planOf(before: readonly Resource[], after: readonly Resource[]) {
  return makePlan(before, after, OPTIONS);
}

/** What a plan tells, without the places in files. */
function told(before: readonly Resource[], after: readonly Resource[]): unknown {
  const { changes, assumptions, unchanged } = planOf(before, after);
  return {
    assumptions,
    unchanged,
    changes: changes.map(({ findings, ...change }) => [change, findings.map(({ message }) => message).toSorted()]),
  };
}

function copy(resources: readonly Resource[], change = (object: unknown): unknown => object): readonly Resource[] {
  return resources.map(({ object, origin }) => ({
    object: change(structuredCloneOf(object)) as KubernetesObject,
    origin,
  }));
}

function structuredCloneOf(object: KubernetesObject): unknown {
  return JSON.parse(JSON.stringify(object));
}

/** The same value with the fields of its maps in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inside]) => [key, reversed(inside)]),
  );
}

const settings = { numRuns: 15 };

test('a plan from manifests to the same ones is empty', () => {
  fc.assert(
    fc.property(objects, (all) => {
      expect(planOf(all, copy(all)).changes).toEqual([]);
    }),
    settings,
  );
});

test('the order of keys, of documents and of files is nothing', () => {
  fc.assert(
    fc.property(objects, objects, (before, after) => {
      const other = copy(after, reversed).toReversed();

      expect(told(copy(before, reversed).toReversed(), other)).toEqual(told(before, after));
    }),
    settings,
  );
});

test('a default that is written out changes nothing but the text', () => {
  fc.assert(
    fc.property(objects, (all) => {
      const complete = copy(all, (object) => asStored(object as KubernetesObject, '1.33'));
      const { changes } = planOf(all, complete);

      expect(changes.filter(({ action }) => action !== 'no-effect')).toEqual([]);
    }),
    settings,
  );
});

test('what is new one way is gone the other way', () => {
  fc.assert(
    fc.property(objects, objects, (before, after) => {
      const named = (action: string, plan: ReturnType<typeof planOf>) =>
        plan.changes.filter((change) => change.action === action).map(({ id }) => describeResource(id));

      expect(named('create', planOf(before, after))).toEqual(named('orphan', planOf(after, before)));
    }),
    settings,
  );
});

test('every object that differs is in exactly one line', () => {
  fc.assert(
    fc.property(objects, objects, (before, after) => {
      const lines = planOf(before, after).changes.flatMap(({ id, from }) => [id, ...(from ? [from] : [])]);
      const names = lines.map(describeResource);
      const differing = pair(before, after)
        .filter(
          (each) => JSON.stringify(reversed(each.before?.object)) !== JSON.stringify(reversed(each.after?.object)),
        )
        .flatMap((each) => [each.before, each.after].flatMap((side) => side ?? []))
        .map(
          ({ object }) =>
            `${object.kind} ${object.metadata.namespace ? `${object.metadata.namespace}/` : ''}${object.metadata.name}`,
        );

      expect(new Set(names).size).toBe(names.length);
      expect(new Set(names)).toEqual(new Set(differing));
    }),
    settings,
  );
});

test('planning changes none of the manifests', () => {
  fc.assert(
    fc.property(objects, objects, (before, after) => {
      const text = JSON.stringify([before, after].map((side) => side.map(({ object }) => object)));
      planOf(before, after);

      expect(JSON.stringify([before, after].map((side) => side.map(({ object }) => object)))).toBe(text);
    }),
    settings,
  );
});
