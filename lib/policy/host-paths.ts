import { fieldAt, mapsAt, textAt, textsAt } from '../manifest/fields';
import { annotationsOf } from '../manifest/references/annotation-references';
import { namespaceOf } from '../manifest/references/reference';
import type { Resource } from '../manifest/resource';

/** A host and path that an object answers. */
export interface HostPath {
  readonly resource: Resource;
  readonly path: string;
  /** As people write it: `reader.example.com/feeds`. */
  readonly text: string;
  /** The same for two that stand in each other's way. */
  readonly key: string;
}

/** Annotations by which controllers tell requests apart that have the same host and path. */
const APART = /\/(router\.entrypoints|listen-ports|group\.name|conditions\..+|router\.rule)$/;

/** The hosts and paths of an Ingress. A canary answers those of another on purpose. */
export function ingressPaths(resource: Resource): readonly HostPath[] {
  const annotations = annotationsOf(resource);
  const keys = Object.keys(annotations);
  if (keys.some((key) => key.endsWith('/canary') && annotations[key] === 'true')) return [];
  const spec = fieldAt(resource.object, 'spec');
  const scope = [
    textAt(spec, 'ingressClassName') ?? annotations['kubernetes.io/ingress.class'] ?? '',
    ...keys.filter((key) => APART.test(key)).map((key) => `${key}=${annotations[key]}`),
  ];
  return mapsAt(spec, 'rules').flatMap((rule, index) =>
    mapsAt(rule, 'http', 'paths').map((entry, at) => {
      const host = textAt(rule, 'host') ?? '';
      const path = textAt(entry, 'path') ?? '/';
      return {
        resource,
        path: `spec.rules[${index}].http.paths[${at}]`,
        text: `${host || '*'}${path}`,
        key: JSON.stringify([scope, host, path, entry.pathType === 'Exact']),
      };
    }),
  );
}

/** The hosts and matches of an HTTPRoute, by the listeners that it attaches to. Without hosts, those decide. */
export function httpRoutePaths(resource: Resource): readonly HostPath[] {
  const spec = fieldAt(resource.object, 'spec');
  const hosts = textsAt(spec, 'hostnames');
  const parents = mapsAt(spec, 'parentRefs').map(({ namespace, name, sectionName, port }) =>
    JSON.stringify([namespace ?? namespaceOf(resource), name, sectionName, port]),
  );
  return mapsAt(spec, 'rules').flatMap((rule, index) => {
    const matches = mapsAt(rule, 'matches');
    return (matches.length > 0 ? matches : [{}]).flatMap((match, at) => {
      const value = textAt(match, 'path', 'value') ?? '/';
      const type = textAt(match, 'path', 'type') ?? 'PathPrefix';
      const rest = ['method', 'headers', 'queryParams'].map((field) => fieldAt(match, field) ?? null);
      const path = matches.length > 0 ? `spec.rules[${index}].matches[${at}]` : `spec.rules[${index}]`;
      return hosts.flatMap((host) =>
        parents.map((parent) => ({
          resource,
          path,
          text: `${host}${value}`,
          key: JSON.stringify([parent, host, type, value, rest]),
        })),
      );
    });
  });
}
