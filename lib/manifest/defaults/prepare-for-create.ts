import { type Fields, fieldAt } from '../fields';
import { isMap } from '../pods';
import { change, changeEach, without } from './fill';

/**
 * What happens to an object after its defaults, if it is one of its own and not inside another.
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/api/persistentvolumeclaim/util.go,
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/registry/core/serviceaccount/strategy.go
 */
export function prepareForCreate(object: Fields, type: string): Fields {
  if (type === 'core.v1.ServiceAccount') return changeEach(object, 'secrets', ({ name }) => ({ name }));
  return type === 'core.v1.PersistentVolumeClaim' ? change(object, 'spec', withBothSources) : object;
}

/** `dataSource` is the old name of `dataSourceRef`, for claims and snapshots in the same namespace. */
function withBothSources(spec: Fields): Fields {
  const { dataSource, dataSourceRef } = spec;
  if (dataSource !== undefined && dataSourceRef === undefined) {
    return isClaimOrSnapshot(dataSource) ? { ...spec, dataSourceRef: dataSource } : without(spec, 'dataSource');
  }
  const isNear = isMap(dataSourceRef) && (dataSourceRef.namespace ?? '') === '';
  return isNear && dataSource === undefined ? { ...spec, dataSource: without(dataSourceRef, 'namespace') } : spec;
}

function isClaimOrSnapshot(source: unknown): boolean {
  const kind = `${String(fieldAt(source, 'apiGroup') ?? '')}/${String(fieldAt(source, 'kind') ?? '')}`;
  return kind === '/PersistentVolumeClaim' || kind === 'snapshot.storage.k8s.io/VolumeSnapshot';
}
