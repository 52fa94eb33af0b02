import { builtInKind } from '../../manifest/custom/built-in-kinds';
import { type CustomKind, customKinds } from '../../manifest/custom/custom-kinds';
import { validateCustom } from '../../manifest/custom/validate-custom';
import { ofKind } from '../../manifest/kinds';
import { flatMap } from '../../manifest/flat-map';
import { type Resource, resourceId } from '../../manifest/resource';
import { ERROR, type Rule, type Violation } from '../rule';

/**
 * Judges by the definition among the manifests, else by the one given with `--crd`, else by the one that we know of a
 * widespread kind; says nothing of other kinds. Rules in CEL are left to the API server.
 */
export const validCustomResource: Rule = {
  id: 'valid-custom-resource',
  severity: ERROR,
  group: 'structure',
  what: 'A custom resource must have the fields and values that its CustomResourceDefinition allows.',
  why: 'The API server refuses it, or drops what the definition does not know.',
  remedy: 'correct the field, or give the definition of the version that the cluster has',
  link: 'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema',
  check: (resources, { definitions = [] }) => {
    const rendered = ofKind(resources, 'CustomResourceDefinition').map(({ object }) => object);
    const given = customKinds([...definitions, ...rendered]);
    return flatMap(resources, (resource): readonly Violation[] => {
      const { group, kind } = resourceId(resource.object);
      const custom = (given.size > 0 ? given.get(`${group}/${kind}`) : undefined) ?? builtInKind(group, kind);
      return custom ? violationsOf(resource, custom, resource.object.apiVersion.slice(group.length + 1)) : [];
    });
  },
};

function violationsOf(resource: Resource, { versions, source }: CustomKind, version: string): readonly Violation[] {
  const schema = versions.get(version);
  const suffix = source === undefined ? '' : ` (${source})`;
  if (schema) {
    return validateCustom(resource.object, schema).map(({ path, message }) => ({
      resource,
      path: path === '' ? undefined : path,
      message: `${message}${suffix}`,
    }));
  }
  // an older or newer release, of which we know nothing
  if (source !== undefined) return [];
  const message = `the definition of ${resource.object.kind} has no version ${version}: it has ${[...versions.keys()].join(', ')}`;
  return [{ resource, path: 'apiVersion', message }];
}
