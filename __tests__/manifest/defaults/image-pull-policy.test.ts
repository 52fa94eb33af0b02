import { imagePullPolicy } from '../../../lib/manifest/defaults/image-pull-policy';

const DIGEST = `sha256:${'a'.repeat(64)}`;

test.each([
  ['nginx', 'Always'],
  ['nginx:latest', 'Always'],
  ['registry.example.com:5000/a/b', 'Always'],
  ['localhost/a', 'Always'],
  ['Registry/nginx', 'Always'],
  ['nginx:1.29', 'IfNotPresent'],
  ['nginx:Latest', 'IfNotPresent'],
  ['localhost:5000', 'IfNotPresent'],
  [`nginx@${DIGEST}`, 'IfNotPresent'],
  [`nginx:1.29@${DIGEST}`, 'IfNotPresent'],
])('%s is pulled: %s', (image, policy) => {
  expect(imagePullPolicy(image)).toBe(policy);
});

test('a tag that may move is pulled always, even beside a digest', () => {
  expect(imagePullPolicy(`nginx:latest@${DIGEST}`)).toBe('Always');
});

test.each([[''], ['NGINX'], [' nginx'], ['nginx:'], ['a//b'], ['a'.repeat(64)], [undefined]])(
  '%p is no image, and not pulled always',
  (image) => {
    expect(imagePullPolicy(image)).toBe('IfNotPresent');
  },
);
