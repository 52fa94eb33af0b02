import { field, resource, Worker } from '../../lib';
import { containerOf } from '../support/objects';
import { render } from '../support/render';
import { yaml } from '../support/yaml';

test('a variable holds a field of the pod or a resource of the container', () => {
  const { get } = render(
    (shop) =>
      new Worker(shop, 'mail', {
        image: 'ghcr.io/acme/mail:2',
        user: 1000,
        env: {
          POD: field('metadata.name'),
          GOMEMLIMIT: resource('limits.memory'),
          MEMORY_MI: resource('limits.memory', '1Mi'),
          HELLO: 'from $(POD)',
          RETRIES: 3,
          DEBUG: true,
        },
      }),
  );

  expect(containerOf(get('Deployment'), 'mail').env).toEqual(yaml`
    - { name: POD, valueFrom: { fieldRef: { fieldPath: metadata.name } } }
    - { name: GOMEMLIMIT, valueFrom: { resourceFieldRef: { resource: limits.memory } } }
    - { name: MEMORY_MI, valueFrom: { resourceFieldRef: { resource: limits.memory, divisor: 1Mi } } }
    - { name: HELLO, value: from $(POD) }
    - { name: RETRIES, value: '3' }
    - { name: DEBUG, value: 'true' }
  `);
});
