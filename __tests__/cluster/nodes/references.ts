import type { Api } from '../harness/api';
import type { Container, KeyReference, Pod, Source, SourceObject } from './types';

/** An object that a pod cannot start without. */
interface Need {
  readonly resource: 'configmaps' | 'secrets';
  readonly name: string;
  readonly key?: string;
}

/** What a pod refers to and the cluster does not have, as the kubelet would say it; empty if it can start. */
export async function missingReferences(api: Api, pod: Pod): Promise<string[]> {
  const found = await Promise.all(needs(pod).map((need) => lookUp(api, pod.metadata.namespace ?? 'default', need)));
  return found.flat();
}

function needs({ spec }: Pod): Need[] {
  const containers = [...(spec.initContainers ?? []), ...spec.containers];
  const sources = (spec.volumes ?? []).flatMap((volume) => [volume, ...(volume.projected?.sources ?? [])]);
  return [...containers.flatMap(containerNeeds), ...sources.flatMap(sourceNeeds)];
}

function containerNeeds({ env = [], envFrom = [] }: Container): Need[] {
  return [
    ...env.flatMap(({ valueFrom }) => needOf('configmaps', valueFrom?.configMapKeyRef)),
    ...env.flatMap(({ valueFrom }) => needOf('secrets', valueFrom?.secretKeyRef)),
    ...envFrom.flatMap((source) => [
      ...needOf('configmaps', source.configMapRef),
      ...needOf('secrets', source.secretRef),
    ]),
  ];
}

function sourceNeeds({ configMap, secret }: Source): Need[] {
  const named = secret && { ...secret, name: secret.secretName ?? secret.name };
  return [...items('configmaps', configMap), ...items('secrets', named)];
}

function items(resource: Need['resource'], source: SourceObject | undefined): Need[] {
  if (!source?.items) return needOf(resource, source);
  return source.items.flatMap(({ key }) => needOf(resource, { ...source, key }));
}

function needOf(resource: Need['resource'], reference: KeyReference | undefined): Need[] {
  if (!reference?.name || reference.optional) return [];
  return [{ resource, name: reference.name, key: reference.key }];
}

async function lookUp(api: Api, namespace: string, { resource, name, key }: Need): Promise<string[]> {
  const path = `/api/v1/namespaces/${namespace}/${resource}/${name}`;
  const { status, body } = await api.request<{ data?: object; binaryData?: object }>('GET', path);
  if (status !== 200) return [`${resource} "${name}" not found`];
  const has = !key || key in { ...body.data, ...body.binaryData };
  return has ? [] : [`couldn't find key ${key} in ${resource} ${namespace}/${name}`];
}
