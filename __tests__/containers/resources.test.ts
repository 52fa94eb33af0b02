import { RESOURCE_PRESETS, type Resources } from '../../lib';
import { yaml } from '../support/yaml';
import { container, wrong } from './web';

test.each([
  ['tiny', '10m', '64Mi'],
  ['small', '50m', '128Mi'],
  ['medium', '250m', '512Mi'],
  ['large', '1', '2Gi'],
] as const)('the preset %s reserves %s of CPU and %s of memory', (preset, cpu, memory) => {
  expect(container({ resources: preset })).toMatchObject({
    resources: { requests: { cpu, memory }, limits: { memory } },
  });
});

test('every resource of a container is reserved, and limited where said', () => {
  const every: Required<Resources> = {
    cpu: 0.5,
    memory: '256Mi',
    cpuLimit: 2,
    memoryLimit: '1.5Gi',
    ephemeralStorage: '1Gi',
  };

  expect(container({ resources: every }).resources).toEqual(yaml`
    requests: { cpu: '0.5', memory: 256Mi, ephemeral-storage: 1Gi }
    limits: { cpu: '2', memory: 1.5Gi, ephemeral-storage: 1Gi }
  `);
});

test('memory that is reserved is the limit too, CPU has none', () => {
  expect(container({ resources: { cpu: '1e-1', memory: '134217728' } }).resources).toEqual(yaml`
    requests: { cpu: '1e-1', memory: '134217728' }
    limits: { memory: '134217728' }
  `);
});

test('every preset has a test, so that its numbers are known', () => {
  expect(Object.keys(RESOURCE_PRESETS)).toEqual(['tiny', 'small', 'medium', 'large']);
});

test.each([
  [
    'a preset that there is none of',
    'huge',
    `resources is 'huge': use one of tiny, small, medium, large, or { cpu, memory }`,
  ],
  [
    'a preset of the language',
    'toString',
    `resources is 'toString': use one of tiny, small, medium, large, or { cpu, memory }`,
  ],
  ['nothing', null, 'resources is null: use one of tiny, small, medium, large, or { cpu, memory }'],
  ['memory alone', { memory: '128Mi' }, `resources.cpu is missing: say what is reserved, such as '100m'`],
  ['CPU alone', { cpu: 1 }, `resources.memory is missing: say what is reserved, such as '128Mi'`],
  ['a unit of its own', { cpu: 1, memory: '64MB' }, `resources.memory is '64MB': write a quantity such as '128Mi'`],
  ['no CPU', { cpu: '0', memory: '64Mi' }, `resources.cpu is '0': write a quantity such as '100m'`],
  ['less than nothing', { cpu: '-1', memory: '64Mi' }, `resources.cpu is '-1': write a quantity such as '100m'`],
  [
    'memory without its unit',
    { cpu: 1, memory: '128' },
    `resources.memory is '128', which is 128 bytes: give at least 1Mi, such as '128Mi'`,
  ],
  [
    'memory in thousandths',
    { cpu: 1, memory: '128m' },
    `resources.memory is '128m', which is 0.128 bytes: give at least 1Mi, such as '128Mi'`,
  ],
  [
    'disk without its unit',
    { cpu: 1, memory: '64Mi', ephemeralStorage: '1.5' },
    `resources.ephemeralStorage is '1.5', which is 1.5 bytes: give at least 1Mi, such as '128Mi'`,
  ],
  [
    'a limit below what is reserved',
    { cpu: 1, memory: '1Gi', memoryLimit: '512Mi' },
    'resources.memoryLimit (512Mi) is below resources.memory (1Gi): raise it, or reserve less',
  ],
  [
    'less CPU than is reserved',
    { cpu: '1', memory: '1Gi', cpuLimit: '500m' },
    'resources.cpuLimit (500m) is below resources.cpu (1): raise it, or reserve less',
  ],
  [
    'what is no resource',
    { cpu: 1, memory: '1Gi', gpu: 1 },
    'resources.gpu is unknown: use cpu, memory, cpuLimit, memoryLimit, ephemeralStorage',
  ],
])('fails when the resources are %s', (_, resources, message) => {
  expect(wrong({ resources: resources as Resources })).toEqual([`web: ${message}`]);
});
