import { compareObjects } from '../../lib/synth/order';

/** An object of which only the identity counts. */
function object(kind: string, name: string, namespace?: string, apiVersion = 'v1') {
  return { apiVersion, kind, metadata: { name, namespace } };
}

const ordered = [
  object('Namespace', 'shop'),
  object('ConfigMap', 'theme'),
  object('ConfigMap', 'theme', 'blog'),
  object('ConfigMap', 'theme', 'shop'),
  object('Service', 'web', 'shop'),
  object('Middleware', 'https', 'shop', 'traefik.containo.us/v1alpha1'),
  object('Middleware', 'https', 'shop', 'traefik.io/v1alpha1'),
  object('Certificate', 'web', 'shop', 'cert-manager.io/v1'),
];

test('the order of a file does not depend on the order of declaration', () => {
  for (let start = 0; start < ordered.length; start++) {
    const rotated = [...ordered.slice(start), ...ordered.slice(0, start)];

    expect(rotated.toSorted(compareObjects)).toEqual(ordered);
    expect(rotated.toReversed().toSorted(compareObjects)).toEqual(ordered);
  }
});
