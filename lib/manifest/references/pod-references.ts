import { fieldAt, mapsAt, textAt } from '../fields';
import { containersOf, type DescribedContainer, type DescribedPod } from '../pods';
import { located, namespaceOf, type Reference, refer } from './reference';
import { volumeReferences } from './volume-references';

/** What a pod needs to start. */
export function podReferences(pod: DescribedPod): readonly Reference[] {
  const { spec, path } = pod;
  const namespace = namespaceOf(pod.resource);
  const account = textAt(spec, 'serviceAccountName') ? 'serviceAccountName' : 'serviceAccount';
  return [
    ...containersOf(pod).flatMap((container) => containerReferences(container, namespace)),
    ...volumeReferences(pod),
    ...mapsAt(spec, 'imagePullSecrets').flatMap((secret, index) =>
      refer('Secret', secret.name, `${path}.imagePullSecrets[${textAt(secret, 'name') ?? index}].name`, { namespace }),
    ),
    ...refer('ServiceAccount', fieldAt(spec, account), `${path}.${account}`, { namespace }),
    ...refer('PriorityClass', fieldAt(spec, 'priorityClassName'), `${path}.priorityClassName`),
    ...refer('RuntimeClass', fieldAt(spec, 'runtimeClassName'), `${path}.runtimeClassName`),
  ];
}

function containerReferences(described: DescribedContainer, namespace: string): readonly Reference[] {
  const { container, path } = described;
  const details = { namespace, container: described.name };
  return [
    ...mapsAt(container, 'env').flatMap((variable, index) => {
      const from = fieldAt(variable, 'valueFrom');
      if (from === undefined) return [];
      const place = `${path}.env[${textAt(variable, 'name') ?? index}].valueFrom`;
      return KEY_SOURCES.flatMap(([kind, field]) => {
        const source = fieldAt(from, field);
        if (source === undefined) return [];
        return refer(kind, fieldAt(source, 'name'), `${place}.${field}.name`, {
          ...details,
          keys: located(fieldAt(source, 'key'), `${place}.${field}.key`),
          optional: fieldAt(source, 'optional') === true,
        });
      });
    }),
    ...mapsAt(container, 'envFrom').flatMap((entry, index) =>
      MAP_SOURCES.flatMap(([kind, field]) => {
        const optional = fieldAt(entry, field, 'optional') === true;
        const place = `${path}.envFrom[${index}].${field}.name`;
        return refer(kind, fieldAt(entry, field, 'name'), place, { ...details, optional });
      }),
    ),
  ];
}

const KEY_SOURCES = [
  ['ConfigMap', 'configMapKeyRef'],
  ['Secret', 'secretKeyRef'],
] as const;

const MAP_SOURCES = [
  ['ConfigMap', 'configMapRef'],
  ['Secret', 'secretRef'],
] as const;
