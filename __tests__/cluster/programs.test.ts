import * as fc from 'fast-check';
import { arbitraryProgram } from '../support/arbitrary-program';
import { buildProgram } from '../support/build-program';
import { faults } from './support/faults';
import { dropNamespaces, makeNamespace } from './support/namespace';
import type { Manifest } from './support/objects';

let open = '';
beforeAll(async () => {
  open = await makeNamespace('privileged');
});
afterAll(() => dropNamespaces(open));

test('the API server finds no fault with any object of 300 random programs', async () => {
  let objects = 0;
  const property = fc.asyncProperty(arbitraryProgram, async (description) => {
    const { files } = buildProgram(description).render();
    const rendered = files.flatMap(({ resources }) => resources.map(({ object }) => object as unknown as Manifest));
    objects += rendered.length;
    const found = await Promise.all(rendered.map((object) => faults(object, open)));
    expect(found.flat()).toEqual([]);
  });
  await fc.assert(property, { numRuns: 300 });
  expect(objects).toBeGreaterThan(3000);
}, 300_000);
