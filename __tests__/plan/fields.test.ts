import { makePlan } from '../../lib/plan/make-plan';
import { OPTIONS, resourcesOf } from './support/describe-plan-rule';
import { deployment, object } from './support/manifests';

function pathsOf(before: string, after: string): readonly string[] {
  const { changes } = makePlan(resourcesOf(before), resourcesOf(after), OPTIONS);
  return changes.flatMap(({ fields }) => fields.map(({ path }) => path));
}

const service = (spec: string) => object('v1', 'Service', 'web', `spec: { ports: [{ port: 80 }], ${spec} }`);
const secret = (fields: string) => object('v1', 'Secret', 'db', fields);

test.each([
  ['one key changes and another is new', '{ A: x }', '{ A: y, B: z }', ['data.A', 'data.B']],
  ['its name has a dot', '{ A: x }', '{ A: y, b.ini: z }', ['data.A', 'data[b.ini]']],
])('all that is written in stringData is told, where %s', (_title, before, after, paths) => {
  expect(pathsOf(secret(`stringData: ${before}`), secret(`stringData: ${after}`))).toEqual(paths);
});

test('what is new in stringData is told beside a change of data', () => {
  const paths = pathsOf(secret('data: { A: eA== }'), secret('data: { A: eQ== }, stringData: { B: z }'));

  expect(paths).toEqual(['data.A', 'data.B']);
});

test('a default that comes along with what is written is left out, though its path begins alike', () => {
  const paths = pathsOf(service('sessionAffinity: None'), service('sessionAffinity: ClientIP'));

  expect(paths).toEqual(['spec.sessionAffinity']);
});

const app = (name: string, part: string, image: string) =>
  deployment(`image: ${image}`).replace('name: web, namespace: shop', `name: ${name}, namespace: shop, ${part}`);

test('of what has a new name, only that is told which did not follow it', () => {
  expect(
    pathsOf(app('shop', 'labels: { part-of: shop }', 'a:1'), app('web', 'labels: { part-of: shop }', 'a:2')),
  ).toEqual(['spec.template.spec.containers[web].image']);
  expect(
    pathsOf(app('shop', 'labels: { part-of: shop }', 'a:1'), app('web', 'labels: { part-of: web }', 'a:1')),
  ).toEqual([]);
});
