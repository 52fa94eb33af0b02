import { oncePer } from '../../manifest/once-per';
import { fieldAt } from '../../manifest/fields';
import { schemaOf } from '../../manifest/schema/schema-of';
import type { PlanRule, Whole } from '../rule';
import { isRemoved } from './common/change';

/** Judges what is written with a kind that neither Kubernetes nor a definition of the manifests explains. */
export const customResourceIsUnknown: PlanRule = {
  id: 'custom-resource-is-unknown',
  what: 'Nothing is known of the kind of an object, so that no plan can be made for it.',
  levels: ['note'],
  why: 'Its controller may restart, delete or refuse anything.',
  link: 'https://kubernetes.io/docs/concepts/extend-kubernetes/api-extension/custom-resources/',
  find: (change, whole) => {
    if (isRemoved(change) || !change.after) return [];
    const { apiVersion, kind } = change.after.object;
    const { group } = change.id;
    if (!group.includes('.') || isKnown(apiVersion, kind, whole) || definedKinds(whole).has(`${group}/${kind}`))
      return [];
    return [
      {
        severity: 'note',
        message: `what its controller does with ${kind}.${group} is not known`,
        remedy: 'give its definition with --crd; read what the controller does with such a change',
        risk: 'unknown',
      },
    ];
  },
};

/** Groups that end like those of Kubernetes, and are not served by it, are custom too. */
function isKnown(apiVersion: string, kind: string, { options }: Whole): boolean {
  return (
    schemaOf(options.kubernetes).kind(apiVersion, kind) !== undefined ||
    /^(apiextensions|apiregistration)\.k8s\.io\//.test(apiVersion)
  );
}

const definedKinds = oncePer(({ before, after, options }: Whole): ReadonlySet<string> => {
  const definitions = [...[...before, ...after].map(({ object }) => object), ...(options.definitions ?? [])].filter(
    ({ kind }) => kind === 'CustomResourceDefinition',
  );
  return new Set(
    definitions.map(
      (each) => `${String(fieldAt(each, 'spec', 'group'))}/${String(fieldAt(each, 'spec', 'names', 'kind'))}`,
    ),
  );
});
