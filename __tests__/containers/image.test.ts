import type { Environment } from '../../lib';
import { PROD } from '../support/render';
import { container, wrong } from './web';

const hub: Environment = { ...PROD, registry: { 'docker.io': 'mirror.example.com/hub' } };
const all: Environment = { ...PROD, registry: 'mirror.example.com' };

test.each([
  ['postgres:17', 'mirror.example.com/hub/library/postgres:17'],
  ['grafana/loki:3.1.0', 'mirror.example.com/hub/grafana/loki:3.1.0'],
  ['docker.io/library/postgres:17', 'mirror.example.com/hub/library/postgres:17'],
  ['ghcr.io/acme/shop:1.4.2', 'ghcr.io/acme/shop:1.4.2'],
])('with a mirror of Docker Hub, %s is pulled as %s', (image, pulled) => {
  expect(container({ image }, hub)).toMatchObject({ image: pulled });
});

test.each([
  ['postgres:17', 'mirror.example.com/library/postgres:17'],
  ['ghcr.io/acme/shop:1.4.2', 'mirror.example.com/acme/shop:1.4.2'],
  ['localhost:5000/shop:2', 'mirror.example.com/shop:2'],
])('with one mirror for all registries, %s is pulled as %s', (image, pulled) => {
  expect(container({ image }, all)).toMatchObject({ image: pulled });
});

test('a tag, a digest and both of them are kept as they are', () => {
  const digest = `sha256:${'a'.repeat(64)}`;

  for (const image of ['nginx:1.27', `nginx@${digest}`, `ghcr.io/acme/shop:1.4.2@${digest}`]) {
    expect(container({ image })).toMatchObject({ image });
  }
});

test.each([
  ['', 'image is empty: name the image with a tag'],
  [undefined, 'image is undefined: name the image with a tag'],
  [' nginx:1', `image ' nginx:1' is no image reference: write it like 'registry.example.com/team/app:1.2.3'`],
  ['Shop:1', `image 'Shop:1' is no image reference: write it like 'registry.example.com/team/app:1.2.3'`],
  ['shop:1:2', `image 'shop:1:2' is no image reference: write it like 'registry.example.com/team/app:1.2.3'`],
  [
    'https://ghcr.io/shop',
    `image 'https://ghcr.io/shop' is no image reference: write it like 'registry.example.com/team/app:1.2.3'`,
  ],
])("fails when the image is '%s', which none can pull", (image, message) => {
  expect(wrong({ image: image as string })).toEqual([`web: ${message}`]);
});
