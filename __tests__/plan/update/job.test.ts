import { judge, refused } from './judge';

const sized = (mode: string, completions: number, parallelism: number) =>
  job(`completionMode: ${mode}, completions: ${completions}, parallelism: ${parallelism}`);

const TEMPLATE = '{ metadata: { labels: { a: b } }, spec: { containers: [{ name: m, image: "m:1" }] } }';
const job = (spec: string, template = TEMPLATE) =>
  `{ apiVersion: batch/v1, kind: Job, metadata: { name: m }, spec: { ${spec}, template: ${template} } }`;
const withSelector = TEMPLATE.replace('spec: {', 'spec: { nodeSelector: { zone: a },');
const withResources = TEMPLATE.replace('"m:1"', '"m:1", resources: { requests: { cpu: 1 } }');
const withImage = TEMPLATE.replace('m:1', 'm:2');
const withLabel = TEMPLATE.replace('{ a: b }', '{ a: c }');

test.each([
  ['image', withImage, 'spec.template.spec.containers[m].image'],
  ['labels', withLabel, 'spec.template.metadata.labels.a'],
  ['resources', withResources, 'spec.template.spec.containers[m].resources'],
  ['node selector', withSelector, 'spec.template.spec.nodeSelector'],
])('what a Job runs is immutable: %s', (_what, template, path) => {
  expect(judge(job('suspend: false'), job('suspend: false', template))).toEqual([`${path}: field is immutable`]);
  expect(refused(job('suspend: false'), job('suspend: true', template))).toEqual([path]);
});

describe('while it is suspended', () => {
  test.each([withSelector, withLabel])('where its pods run and their labels may change: %s', (template) => {
    expect(refused(job('suspend: true'), job('suspend: true', template), { kubernetes: '1.28' })).toEqual([]);
    expect(refused(job('suspend: true'), job('suspend: false', template), { kubernetes: '1.37' })).toEqual([]);
  });

  test('this depends on whether it has run before, up to 1.35', () => {
    const given = { kubernetes: '1.35' };
    const [before, after] = [job('suspend: true'), job('suspend: true', withSelector)];

    expect(judge(before, after, given)).toEqual(['? whether the suspended Job has run before']);
    expect(judge(before, after, { ...given, assume: { jobsStarted: false } })).toEqual([]);
    expect(refused(before, after, { ...given, assume: { jobsStarted: true } })).toEqual([
      'spec.template.spec.nodeSelector',
    ]);
    expect(refused(before, after, { kubernetes: '1.36', assume: { jobsStarted: true } })).toEqual([]);
  });

  test('resources may change from 1.36 on, and never the image', () => {
    const before = job('suspend: true');

    expect(refused(before, job('suspend: true', withResources), { kubernetes: '1.36' })).toEqual([]);
    expect(refused(before, job('suspend: true', withResources), { kubernetes: '1.35' })).toEqual([
      'spec.template.spec.containers[m].resources',
    ]);
    expect(refused(before, job('suspend: true', withImage))).toEqual(['spec.template.spec.containers[m].image']);
  });

  test('of the affinity, only that to nodes may change', () => {
    const affine = (affinity: string) =>
      job('suspend: true', TEMPLATE.replace('spec: {', `spec: { affinity: ${affinity},`));

    expect(refused(job('suspend: true'), affine('{ nodeAffinity: {} }'))).toEqual([]);
    expect(refused(affine('{ nodeAffinity: {} }'), job('suspend: true'))).toEqual([]);
    expect(refused(affine('{ podAffinity: {} }'), affine('{ podAffinity: {}, nodeAffinity: {} }'))).toEqual([]);
    expect(refused(job('suspend: true'), affine('{ podAffinity: {} }'))).toEqual([
      'spec.template.spec.affinity.podAffinity',
    ]);
  });
});

test('completions are fixed, but for an Indexed Job that grows together with its parallelism', () => {
  expect(judge(sized('NonIndexed', 1, 1), sized('NonIndexed', 2, 2))).toEqual(['spec.completions: field is immutable']);
  expect(judge(sized('Indexed', 2, 2), sized('Indexed', 3, 3))).toEqual([]);
  expect(judge(sized('Indexed', 2, 2), sized('Indexed', 3, 2))).toEqual([
    'spec.completions: can only be modified in tandem with spec.parallelism',
  ]);
});
