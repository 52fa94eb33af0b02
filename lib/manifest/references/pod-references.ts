import { type Fields, fieldAt, mapsAt, textAt } from '../fields';
import { flatMap } from '../flat-map';
import { containersOf, type DescribedContainer, type DescribedPod } from '../pods';
import { located, namespaceOf, type Reference, refer } from './reference';
import { volumeReferences } from './volume-references';

/** What a pod needs to start. */
export function podReferences(pod: DescribedPod): readonly Reference[] {
  const { spec, path } = pod;
  const namespace = namespaceOf(pod.resource);
  const account = textAt(spec, 'serviceAccountName') ? 'serviceAccountName' : 'serviceAccount';
  const ofContainers = flatMap(containersOf(pod), (container) => containerReferences(container, namespace));
  return ofContainers.concat(
    volumeReferences(pod),
    flatMap(mapsAt(spec, 'imagePullSecrets'), (secret, index) =>
      refer('Secret', secret.name, `${path}.imagePullSecrets[${textAt(secret, 'name') ?? index}].name`, { namespace }),
    ),
    refer('ServiceAccount', fieldAt(spec, account), `${path}.${account}`, { namespace }),
    refer('PriorityClass', fieldAt(spec, 'priorityClassName'), `${path}.priorityClassName`),
    refer('RuntimeClass', fieldAt(spec, 'runtimeClassName'), `${path}.runtimeClassName`),
  );
}

function containerReferences(described: DescribedContainer, namespace: string): readonly Reference[] {
  const variables = flatMap(mapsAt(described.container, 'env'), (variable, index) =>
    fieldAt(variable, 'valueFrom') === undefined ? NONE : ofVariable(variable, index, described, namespace),
  );
  const maps = flatMap(mapsAt(described.container, 'envFrom'), (source, index) =>
    ofMap(source, index, described, namespace),
  );
  return variables.concat(maps);
}

const NONE: readonly never[] = [];

const KEY_SOURCES = [
  ['ConfigMap', 'configMapKeyRef'],
  ['Secret', 'secretKeyRef'],
] as const;

function ofVariable(
  variable: Fields,
  index: number,
  { name: container, path }: DescribedContainer,
  namespace: string,
): readonly Reference[] {
  const place = `${path}.env[${textAt(variable, 'name') ?? index}].valueFrom`;
  return flatMap(KEY_SOURCES, ([kind, field]) => {
    const source = fieldAt(variable, 'valueFrom', field);
    if (source === undefined) return NONE;
    const keys = located(fieldAt(source, 'key'), `${place}.${field}.key`);
    const optional = fieldAt(source, 'optional') === true;
    return refer(kind, fieldAt(source, 'name'), `${place}.${field}.name`, { namespace, keys, optional, container });
  });
}

const MAP_SOURCES = [
  ['ConfigMap', 'configMapRef'],
  ['Secret', 'secretRef'],
] as const;

function ofMap(
  source: Fields,
  index: number,
  { name: container, path }: DescribedContainer,
  namespace: string,
): readonly Reference[] {
  return flatMap(MAP_SOURCES, ([kind, field]) => {
    const optional = fieldAt(source, field, 'optional') === true;
    const place = `${path}.envFrom[${index}].${field}.name`;
    return refer(kind, fieldAt(source, field, 'name'), place, { namespace, optional, container });
  });
}
