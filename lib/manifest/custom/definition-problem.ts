import { fieldAt, mapsAt, show, textAt } from '../fields';

const AS_IT_IS = 'give it as the cluster has it';

/** What keeps a value from being a CustomResourceDefinition that says what its kind is, or `undefined`. */
export function definitionProblem(definition: unknown): string | undefined {
  const name = textAt(definition, 'metadata', 'name');
  const apiVersion = textAt(definition, 'apiVersion');
  if (textAt(definition, 'kind') !== 'CustomResourceDefinition' || name === undefined) {
    return `is no CustomResourceDefinition (${show(definition).slice(0, 60)}): ${AS_IT_IS}`;
  }
  if (apiVersion !== 'apiextensions.k8s.io/v1') {
    return `${name} is of ${apiVersion}, which Kubernetes 1.22 has removed: give it as apiextensions.k8s.io/v1`;
  }
  const nameless = [['group'], ['names', 'kind']].find((path) => textAt(definition, 'spec', ...path) === undefined);
  if (nameless) return `${name} has no spec.${nameless.join('.')}: ${AS_IT_IS}`;
  const versions = mapsAt(definition, 'spec', 'versions');
  if (versions.length === 0) return `${name} has no spec.versions: ${AS_IT_IS}`;
  const bare = versions.find((version) => fieldAt(version, 'schema', 'openAPIV3Schema') === undefined);
  return bare && `${name} has no schema for the version ${textAt(bare, 'name') ?? 'without a name'}: add it`;
}
