import { customKinds } from '../../manifest/custom/custom-kinds';
import { validateCustom } from '../../manifest/custom/validate-custom';
import { resourceId } from '../../manifest/resource';
import { ERROR, type Rule, type Violation } from '../rule';

/** Says nothing of kinds whose definition is neither among the manifests nor given with `--crd`. */
export const validCustomResource: Rule = {
  id: 'valid-custom-resource',
  severity: ERROR,
  group: 'structure',
  what: 'A custom resource must have the fields and values that its CustomResourceDefinition allows.',
  why: 'The API server refuses it, or drops what the definition does not know.',
  remedy: 'correct the field, or give the definition of the version that the cluster has',
  link: 'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema',
  check: (resources, { definitions = [] }) => {
    const kinds = customKinds([...definitions, ...resources.map(({ object }) => object)]);
    if (kinds.size === 0) return [];
    return resources.flatMap((resource): readonly Violation[] => {
      const { group, kind } = resourceId(resource.object);
      const custom = kinds.get(`${group}/${kind}`);
      if (!custom) return [];
      const version = resource.object.apiVersion.slice(group.length + 1);
      const schema = custom.versions.get(version);
      if (schema) return validateCustom(resource.object, schema).map((problem) => ({ resource, ...problem }));
      const served = [...custom.versions.keys()].join(', ');
      return [
        {
          resource,
          path: 'apiVersion',
          message: `the definition of ${kind} has no version ${version}: it has ${served}`,
        },
      ];
    });
  },
};
