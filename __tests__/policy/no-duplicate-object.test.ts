import type { Origin, Target } from '../../lib';
import { check } from '../../lib/policy/check';

const target: Target = { kubernetes: '1.33', podSecurity: 'restricted', preset: 'production', external: [] };

/** What the rule says of objects that are written `apiVersion kind namespace/name`. */
function messages(
  objects: readonly string[],
  originOf = (document: number): Origin => ({ file: 'shop.yaml', document }),
) {
  const resources = objects.map((text, index) => {
    const [apiVersion, kind, path] = text.split(' ') as [string, string, string];
    const [namespace, name] = path.includes('/') ? (path.split('/') as [string, string]) : [undefined, path];
    return { object: { apiVersion, kind, metadata: { namespace, name } }, origin: originOf(index) };
  });
  return check(resources, target)
    .filter(({ rule }) => rule === 'no-duplicate-object')
    .map(({ message, origin }) => [message, origin]);
}

test('the second of two objects with one identity is refused', () => {
  expect(messages(['v1 Service shop/web', 'v1 Service shop/web'])).toEqual([
    ['is there twice: also in shop.yaml, document 0', { file: 'shop.yaml', document: 1 }],
  ]);
});

test('an identity has no version, so two of them are one', () => {
  expect(
    messages(['autoscaling/v1 HorizontalPodAutoscaler shop/web', 'autoscaling/v2 HorizontalPodAutoscaler shop/web']),
  ).toHaveLength(1);
});

test('of three each beyond the first is refused', () => {
  expect(messages(['v1 Service shop/web', 'v1 Service shop/web', 'v1 Service shop/web'])).toHaveLength(2);
});

const rendered = (index: number): Origin => ({ constructPath: `prod/shop/${index}`, environment: 'prod' });

test('a rendered object is named by the construct it comes from', () => {
  expect(messages(['v1 Namespace shop', 'v1 Namespace shop'], rendered)[0]![0]).toBe(
    'is there twice: also from prod/shop/0',
  );
});

test.each([
  ['another name', 'v1 Service shop/api'],
  ['another namespace', 'v1 Service blog/web'],
  ['another kind', 'v1 ConfigMap shop/web'],
  ['another group', 'serving.knative.dev/v1 Service shop/web'],
  ['no namespace', 'v1 Service web'],
])('objects that differ by %s are two', (_, other) => {
  expect(messages(['v1 Service shop/web', other])).toEqual([]);
});
