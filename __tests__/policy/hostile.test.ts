import { join } from 'node:path';
import type { KubernetesObject } from '../../lib/manifest/kubernetes-object';
import { loadManifests } from '../../lib/manifest/load';
import type { Target } from '../../lib/manifest/target';
import { check } from '../../lib/policy/check';

const TARGET: Target = { kubernetes: '1.33', podSecurity: 'restricted', preset: 'production', external: [] };

/** JavaScript can't make a text of it, unlike of any other value. */
const NO_TEXT = { toString: 1, valueOf: 2 };

const files = [join(__dirname, '../../dist/prod'), join(__dirname, '../cluster/mutations/bases.yaml')];
const objects = loadManifests(files).manifests.flatMap(({ resources }) => resources.map(({ object }) => object));

test.each(objects.map((object) => [`${object.kind} ${object.metadata.name}`, object] as const))(
  'a map where a text belongs is judged like anything else, in every place of %s',
  (_, object) => {
    for (const spoilt of spoiltCopies(object)) {
      const resources = [spoilt, spoilt].map((each) => ({ object: each, origin: { file: 'a.yaml', document: 1 } }));

      expect(() => check(resources, TARGET)).not.toThrow();
    }
  },
);

/** The object with each of its values replaced, one at a time, but for those without which nothing is read. */
function spoiltCopies(object: KubernetesObject): readonly KubernetesObject[] {
  return placesOf(object)
    .filter((steps) => !['apiVersion', 'kind', 'metadata', 'metadata.name'].includes(steps.join('.')))
    .map((steps) => {
      const copy = structuredClone(object);
      const owner = steps
        .slice(0, -1)
        .reduce<Record<string, unknown>>((value, step) => value[step] as typeof value, copy as never);
      owner[steps.at(-1)!] = NO_TEXT;
      return copy;
    });
}

function placesOf(value: unknown, steps: readonly string[] = []): readonly (readonly string[])[] {
  const inside = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return inside.flatMap(([key, item]) => [[...steps, key], ...placesOf(item, [...steps, key])]);
}
