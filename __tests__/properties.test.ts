import * as fc from 'fast-check';
import type { KubernetesObject } from '../lib';
import { compact } from '../lib/synth/compact';
import { arbitraryProgram } from './support/arbitrary-program';
import { type Arrangement, buildProgram } from './support/build-program';
import { podOf } from './support/objects';
import type { ProgramDescription } from './support/program-description';

fc.configureGlobal({ numRuns: 50 });

/** What a description renders to, when it is built in some arrangement. */
function textOf(description: ProgramDescription, arrangement?: Arrangement): string {
  return buildProgram(description, arrangement)
    .render()
    .files.map(({ path, text }) => `${path}\n${text}`)
    .join('\n');
}

function objectsOf(description: ProgramDescription): readonly KubernetesObject[] {
  return buildProgram(description)
    .render()
    .files.flatMap(({ resources }) => resources.map(({ object }) => object));
}

function idOf({ kind, metadata }: KubernetesObject): string {
  return `${kind} ${metadata.name}`;
}

function isWorkload({ kind }: KubernetesObject): boolean {
  return ['Deployment', 'StatefulSet'].includes(kind);
}

/** Ids of plain constructs around each workload; the number keeps those of different workloads apart. */
const SCOPES = fc
  .array(fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }), { maxLength: 3 }))
  .map((all) => all.map((ids, place) => ids.map((id, depth) => `${place}.${depth} ${id}`)));

test('rendering a program twice gives the same bytes', () => {
  fc.assert(fc.property(arbitraryProgram, (program) => expect(textOf(program)).toBe(textOf(program))));
});

test('a prop that is undefined is one that is missing', () => {
  fc.assert(fc.property(arbitraryProgram, (program) => expect(textOf(compact(program))).toBe(textOf(program))));
});

test('moving workloads to other scopes changes no byte', () => {
  fc.assert(
    fc.property(arbitraryProgram, SCOPES, (program, scopes) =>
      expect(textOf(program, { scopes })).toBe(textOf(program)),
    ),
  );
});

test('declaring workloads in another order changes no byte', () => {
  const arrangement = arbitraryProgram.chain((program) => {
    const places = program.workloads.map((_, place) => place);
    return fc.tuple(fc.constant(program), fc.shuffledSubarray(places, { minLength: places.length }));
  });

  fc.assert(fc.property(arrangement, ([program, order]) => expect(textOf(program, { order })).toBe(textOf(program))));
});

test('a further workload changes no object of those that are there', () => {
  fc.assert(
    fc.property(arbitraryProgram, (program) => {
      const last = program.workloads.length - 1;
      const connections = program.connections.filter(({ from, to }) => from !== last && to !== last);
      const before = objectsOf({ ...program, connections, workloads: program.workloads.slice(0, last) });
      const after = objectsOf({ ...program, connections });

      const rendered = new Map(after.map((object) => [idOf(object), object]));
      for (const object of before) expect(rendered.get(idOf(object))).toEqual(object);
    }),
  );
});

const NAME = 'app.kubernetes.io/name';
const ROUTING = ['NetworkPolicy', 'Service', 'PodDisruptionBudget'];

/** The labels that an object selects pods by. */
function selectorOf({ spec }: KubernetesObject): Readonly<Record<string, string>> {
  const { selector, podSelector = selector } = spec as Record<string, { matchLabels?: Record<string, string> }>;
  return (podSelector!.matchLabels ?? podSelector) as Record<string, string>;
}

test('each policy, Service and budget selects the pods of its workload alone', () => {
  fc.assert(
    fc.property(arbitraryProgram, (program) => {
      const objects = objectsOf(program);
      const workloads = objects.filter(isWorkload);
      for (const object of objects.filter(({ kind }) => [...ROUTING, 'Deployment', 'StatefulSet'].includes(kind))) {
        const selector = Object.entries(selectorOf(object));
        const selected = workloads.filter((workload) => {
          const { labels } = podOf(workload).metadata;
          return selector.every(([key, value]) => labels[key] === value);
        });
        expect(selected.map(({ metadata }) => metadata.labels![NAME]).join()).toBe(object.metadata.labels![NAME]);
      }
    }),
  );
});

test('each mount has its volume, and each volume is mounted', () => {
  fc.assert(
    fc.property(arbitraryProgram, (program) => {
      for (const object of objectsOf(program).filter(isWorkload)) {
        const { spec } = podOf(object);
        const { volumeClaimTemplates = [] } = object.spec as { volumeClaimTemplates?: KubernetesObject[] };
        const volumes = [
          ...(spec.volumes ?? []).map(({ name }) => name),
          ...volumeClaimTemplates.map(({ metadata }) => metadata.name),
        ];
        const containers = [...spec.containers, ...(spec.initContainers ?? [])];
        const mounted = containers.flatMap(({ volumeMounts = [] }) => volumeMounts.map(({ name }) => name));
        expect(new Set(volumes)).toEqual(new Set(mounted));
        expect(volumes).toHaveLength(new Set(volumes).size);
      }
    }),
  );
});

const LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

test('every name is one that Kubernetes takes', () => {
  fc.assert(
    fc.property(arbitraryProgram, (program) => {
      const objects = objectsOf(program);
      const services = objects.filter(({ kind }) => kind === 'Service');
      const pods = objects.filter(isWorkload).map((workload) => podOf(workload).spec);
      const parts = pods.flatMap((pod) => [...pod.containers, ...(pod.initContainers ?? []), ...(pod.volumes ?? [])]);

      for (const { metadata } of objects) expect(metadata.name.length).toBeLessThanOrEqual(253);
      for (const { metadata } of services) expect(metadata.name).toMatch(/^[a-z][^.]*$/);
      const labels = [...objects.flatMap(({ metadata }) => metadata.name.split('.')), ...parts.map(({ name }) => name)];
      for (const label of labels) expect(label).toMatch(LABEL);
    }),
  );
});

test('every ConfigMap, claim and account that a pod refers to is rendered', () => {
  fc.assert(
    fc.property(arbitraryProgram, (program) => {
      const objects = objectsOf(program);
      const text = JSON.stringify(objects.filter(isWorkload));
      const known = new Set(objects.map(idOf));
      const referred = [
        ...text.matchAll(
          /"(configMapRef|configMap|configMapKeyRef|persistentVolumeClaim)":\{"(?:name|claimName)":"([^"]+)"/g,
        ),
      ];
      for (const [, field, name] of referred) {
        if (/\.(ca|old)$/.test(name!)) continue;
        expect(known).toContain(`${field === 'persistentVolumeClaim' ? 'PersistentVolumeClaim' : 'ConfigMap'} ${name}`);
      }
    }),
  );
});
