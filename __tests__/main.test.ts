import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toMatchManifests } from '../lib';
import { program } from '../main';
import { program as shop } from './samples/shop';

expect.extend({ toMatchManifests });

test('dist holds exactly what main.ts renders', () => {
  expect(program).toMatchManifests(join(__dirname, '..', 'dist'));
});

test('main.ts has at most 90 lines, settings included', () => {
  expect(lines(join(__dirname, '..', 'main.ts')).length).toBeLessThanOrEqual(90);
});

test('a shop with log sidecar, config, secret, volume, database, TLS and autoscaling takes 20 lines', () => {
  const sample = lines(join(__dirname, 'samples', 'shop.ts')).filter((line) => line.trim() !== '');

  expect(sample.length).toBeLessThanOrEqual(20);
  const kinds = shop.render().files.flatMap(({ resources }) => resources.map(({ object }) => object.kind));
  expect(new Set(kinds)).toEqual(
    new Set([
      'Namespace',
      'ServiceAccount',
      'ConfigMap',
      'PersistentVolumeClaim',
      'Service',
      'NetworkPolicy',
      'StatefulSet',
      'Deployment',
      'HorizontalPodAutoscaler',
      'PodDisruptionBudget',
      'Middleware',
      'Ingress',
    ]),
  );
});

function lines(file: string): string[] {
  return readFileSync(file, 'utf8').trimEnd().split('\n');
}
