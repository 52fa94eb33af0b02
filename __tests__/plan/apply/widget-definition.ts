import type { KubernetesObject } from '../../../lib/manifest/kubernetes-object';

/** A definition whose resources have lists with keys, sets, and maps that are taken as a whole. */
export const widgetDefinition: KubernetesObject = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'widgets.example.dev' },
  spec: {
    group: 'example.dev',
    scope: 'Namespaced',
    names: { kind: 'Widget', plural: 'widgets' },
    versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schema() } }],
  },
};

function schema(): object {
  const text = { type: 'string' };
  const number = { type: 'integer' };
  const item = { type: 'object', required: ['name'], properties: { name: text, size: number, color: text } };
  return {
    type: 'object',
    properties: {
      spec: {
        type: 'object',
        properties: {
          items: {
            type: 'array',
            'x-kubernetes-list-type': 'map',
            'x-kubernetes-list-map-keys': ['name'],
            items: item,
          },
          tags: { type: 'array', 'x-kubernetes-list-type': 'set', items: text },
          point: { type: 'object', 'x-kubernetes-map-type': 'atomic', properties: { x: number, y: number } },
        },
      },
    },
  };
}
