import { fieldAt, mapsAt, textsAt } from '../../manifest/fields';
import { annotationsOf } from '../../manifest/references/annotation-references';
import { nameOf, namespaceOf } from '../../manifest/references/reference';
import { type MadeReference, ResourceIndex } from '../../manifest/references/resource-index';
import { texts } from '../../manifest/references/workload-pods';
import { suggest } from '../../manifest/schema/suggest';
import type { Resource } from '../../manifest/resource';
import { isMissing } from '../missing-references';
import { PRODUCTION_WARNING, type Rule } from '../rule';
import { unmentioned } from '../unused-names';

/** Says nothing of one whose name a broken reference nearly has: that one is misspelt, and another rule tells it. */
export const noUnusedConfig: Rule = {
  id: 'no-unused-config',
  severity: PRODUCTION_WARNING,
  group: 'references',
  what: 'A ConfigMap or Secret should be used by a pod, or be named somewhere in the manifests.',
  why: 'Mostly the reference to it was forgotten, or it is left over and misleads who reads it.',
  remedy: 'refer to it, or remove it',
  link: 'https://kubernetes.io/docs/concepts/configuration/configmap/',
  check: (resources, target) => {
    const index = ResourceIndex.of(resources);
    const unused = ['ConfigMap', 'Secret'].flatMap((kind) => {
      const used = namesOf(index.referencesTo(kind));
      const objects = index.ofKind(kind).filter((each) => !isUsed(each, used) && mayBeUnused(each));
      if (objects.length === 0 || isReadByPrograms(kind, index)) return [];
      const broken = index.referencesTo(kind).filter((reference) => isMissing(reference, index, target));
      return objects.filter((each) => !isMeant(each, broken));
    });
    if (unused.length === 0) return [];
    const names = unmentioned(new Set(unused.map(nameOf)), resources);
    return unused
      .filter((resource) => names.has(nameOf(resource)))
      .map((resource) => ({ resource, message: 'nothing uses it' }));
  },
};

/** The names that are referred to, each with the namespaces. */
function namesOf(references: readonly MadeReference[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const { name, namespace } of references) {
    const namespaces = names.get(name);
    if (namespaces) namespaces.add(namespace);
    else names.set(name, new Set([namespace]));
  }
  return names;
}

/** An object that says no namespace may be the one of any. */
function isUsed(resource: Resource, names: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const namespaces = names.get(nameOf(resource));
  const own = namespaceOf(resource);
  return namespaces !== undefined && (own === '' || namespaces.has(own));
}

/** Whether a reference that leads nowhere most likely means an object. */
function isMeant(resource: Resource, broken: readonly MadeReference[]): boolean {
  const own = [nameOf(resource)];
  return broken.some(({ namespace, name }) => namespace === namespaceOf(resource) && suggest(name, own) !== undefined);
}

/** Whether fields of pods are how it would be used. Labels and annotations of others tell controllers to read it. */
function mayBeUnused(resource: Resource): boolean {
  const { object } = resource;
  const type = fieldAt(object, 'type') ?? 'Opaque';
  const marks = [...Object.keys(texts(fieldAt(object, 'metadata', 'labels'))), ...Object.keys(annotationsOf(resource))];
  return (
    type === 'Opaque' && !marks.some((mark) => /grafana|dashboard|datasource|alert|argocd|inject|sidecar/.test(mark))
  );
}

/** Whether programs in the manifests may read all of them over the API. */
function isReadByPrograms(kind: string, index: ResourceIndex): boolean {
  const plural = kind === 'Secret' ? 'secrets' : 'configmaps';
  return ['Role', 'ClusterRole'].some((role) =>
    index
      .ofKind(role, 'rbac.authorization.k8s.io')
      .some(({ object }) =>
        mapsAt(object, 'rules').some(
          (rule) =>
            textsAt(rule, 'resources').some((each) => each === plural || each === '*') &&
            textsAt(rule, 'verbs').some((verb) => ['get', 'list', 'watch', '*'].includes(verb)),
        ),
      ),
  );
}
