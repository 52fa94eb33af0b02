import { fieldAt, mapsAt, show, textAt } from '../../manifest/fields';
import { ofKind } from '../../manifest/kinds';
import { containersOf, type DescribedContainer, type DescribedPod, podsOf } from '../../manifest/pods';
import { namespaceOf } from '../../manifest/references/reference';
import type { Resource } from '../../manifest/resource';
import { type Rule, WARNING, type Violation } from '../rule';

/** Files of a mounted ConfigMap follow it, so only variables and files mounted by subPath count. */
export const configChangeRestartsPods: Rule = {
  id: 'config-change-restarts-pods',
  severity: WARNING,
  group: 'reliability',
  what: 'A change of a ConfigMap that is read as variables or by subPath must restart the pods that read it.',
  why: 'Running pods keep the old values, and the next pod that happens to start has the new ones.',
  remedy: 'put a hash of the content into the name of the ConfigMap, or into an annotation of the pod',
  link: 'https://kubernetes.io/docs/concepts/configuration/configmap/#mounted-configmaps-are-updated-automatically',
  check: (resources) => {
    const maps = new Map(
      ofKind(resources, 'ConfigMap')
        .filter(isChangeable)
        .map((map) => [keyOf(map), map]),
    );
    return maps.size === 0 ? [] : podsOf(resources).flatMap((pod) => violationsOf(pod, maps));
  },
};

/** An immutable map can't change, and one with a hash in its name has another name when it does. */
function isChangeable({ object }: Resource): boolean {
  return object.immutable !== true && !hasHash(object.metadata.name);
}

/** As Slipway, kustomize and `kubectl create configmap --append-hash` write it: ten characters, digits among them. */
function hasHash(name: string): boolean {
  return /-(?=[a-z0-9]*\d)[a-z0-9]{8,64}$/.test(name);
}

function violationsOf(pod: DescribedPod, maps: ReadonlyMap<string, Resource>): readonly Violation[] {
  const { resource, annotations } = pod;
  const watches = fieldAt(resource.object, 'metadata', 'annotations') ?? {};
  const isTold = Object.keys(annotations).some((key) => /checksum|hash|config-version/i.test(key));
  const isWatched = Object.keys(watches).some((key) => key.includes('reloader.stakater.com/'));
  if (!['Deployment', 'StatefulSet', 'DaemonSet'].includes(resource.object.kind) || isTold || isWatched) return [];
  return containersOf(pod).flatMap((described) =>
    configMapsOf(pod, described)
      .filter(([name]) => maps.has(`${namespaceOf(resource)}/${name}`))
      .map(([name, path]) => ({
        resource,
        path,
        container: described.name,
        message: `the pods read the ConfigMap ${name} when they start, and a change of it does not restart them`,
      })),
  );
}

/** The ConfigMaps that a container reads once, when it starts. */
function configMapsOf(
  pod: DescribedPod,
  { container, path }: DescribedContainer,
): readonly (readonly [string, string])[] {
  return [
    ...mapsAt(container, 'envFrom').flatMap((source, index) =>
      named(textAt(source, 'configMapRef', 'name'), `${path}.envFrom[${index}].configMapRef`),
    ),
    ...mapsAt(container, 'env').flatMap((variable) =>
      named(textAt(variable, 'valueFrom', 'configMapKeyRef', 'name'), `${path}.env[${show(variable.name)}].valueFrom`),
    ),
    ...mapsAt(container, 'volumeMounts')
      .filter(({ subPath, subPathExpr }) => subPath !== undefined || subPathExpr !== undefined)
      .flatMap(({ name, mountPath }) => {
        const volume = mapsAt(pod.spec, 'volumes').find((candidate) => candidate.name === name);
        return named(textAt(volume, 'configMap', 'name'), `${path}.volumeMounts[${show(mountPath)}]`);
      }),
  ];
}

function named(name: string | undefined, place: string): readonly (readonly [string, string])[] {
  return name === undefined ? [] : [[name, place]];
}

function keyOf(resource: Resource): string {
  return `${namespaceOf(resource)}/${resource.object.metadata.name}`;
}
