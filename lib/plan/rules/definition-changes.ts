import { fieldAt } from '../../manifest/fields';
import type { Resource } from '../../manifest/resource';
import { counted } from '../counted';
import type { PlanRule, Remark, Whole } from '../rule';
import { isRejected, kindOf } from './common/change';
import { compareSchemas, instancesOf, versionsOf } from './common/definitions';
import { listed } from './common/words';

/** What the server refuses to take away is another rule's matter. */
export const definitionChanges: PlanRule = {
  id: 'definition-changes',
  what: 'A CustomResourceDefinition no longer serves a version, drops fields, or asks for more.',
  levels: ['error', 'warning'],
  why: 'Objects that are stored are not looked at: they lose fields, or are refused, when somebody writes them the next time.',
  link: 'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/',
  find: (change, whole) => {
    const { before, after } = change;
    if (kindOf(change) !== 'apiextensions.k8s.io/CustomResourceDefinition' || !before || !after) return [];
    if (isRejected(change)) return [];
    return [...versionRemarks(before, after, whole), ...schemaRemarks(before, after)];
  },
};

function versionRemarks(before: Resource, after: Resource, whole: Whole): readonly Remark[] {
  const young = versionsOf(after);
  const users = instancesOf(after, whole.after);
  return [...versionsOf(before)].flatMap(([name, version]): readonly Remark[] => {
    const gone = !young.has(name);
    if (version.served !== true || young.get(name)?.served === true) return [];
    const used = users.filter(({ object }) => object.apiVersion.endsWith(`/${name}`)).length;
    const what = gone ? `version ${name} is removed` : `version ${name} is no longer served`;
    return [
      {
        severity: used > 0 ? 'error' : 'warning',
        path: `spec.versions[${name}]`,
        message:
          used > 0
            ? `${what}, and ${counted(used, 'object')} of the manifests still use it: they are refused`
            : `${what}: who still uses it is refused`,
        remedy: gone
          ? 'write all objects in a newer version first; a version in status.storedVersions must stay: depends on the cluster'
          : 'let all clients and manifests use a newer version first',
        risk: 'cluster-wide',
      },
    ];
  });
}

function schemaRemarks(before: Resource, after: Resource): readonly Remark[] {
  const young = versionsOf(after);
  return [...versionsOf(before)].flatMap(([name, version]): readonly Remark[] => {
    const next = young.get(name);
    if (!next) return [];
    const schemas = [version, next].map((each) => fieldAt(each, 'schema', 'openAPIV3Schema'));
    const { gone, tightened } = compareSchemas(schemas[0], schemas[1]);
    const path = `spec.versions[${name}].schema`;
    const lost: Remark = {
      severity: 'warning',
      path,
      message: `${name} no longer knows ${listed(gone)}: the values are dropped at the next write`,
      remedy: 'keep the fields, or move their values first',
      risk: 'data-loss',
    };
    const strict: Remark = {
      severity: 'warning',
      path,
      message: `${name} asks for more: ${listed(tightened)}`,
      remedy: 'make sure that the objects in the cluster fit; those that do not can no longer be changed',
      risk: 'cluster-wide',
    };
    return [...(gone.length > 0 ? [lost] : []), ...(tightened.length > 0 ? [strict] : [])];
  });
}
