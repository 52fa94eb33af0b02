import { fieldAt } from '../../manifest/fields';
import { groupOf, namespaceOf } from '../../manifest/references/reference';
import type { Resource } from '../../manifest/resource';
import { counted } from '../counted';
import type { Change, PlanRule, Remark, Whole } from '../rule';
import { attributed, type Attributed } from './common/attributed';
import { isNew, kindOf } from './common/change';
import { applyCommand, word } from './common/commands';

/** Argo CD and Flux sort by themselves, and wait. */
export const orderOfApply: PlanRule = {
  id: 'order-of-apply',
  what: 'The first apply fails for objects that come before what they need: a definition, a namespace.',
  levels: ['warning'],
  why: 'kubectl sends the files in the order of their names, sorts nothing, and goes on after an error.',
  link: 'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/',
  find: attributed((whole) =>
    whole.options.target.startsWith('kubectl')
      ? whole.changes.filter(isNew).flatMap((change) => remarksOn(change, whole))
      : [],
  ),
};

function remarksOn(change: Change, whole: Whole): readonly Attributed[] {
  const remark =
    kindOf(change) === '/Namespace'
      ? namespaceRemark(change, whole)
      : kindOf(change) === 'apiextensions.k8s.io/CustomResourceDefinition'
        ? definitionRemark(change, whole)
        : undefined;
  return remark ? [[change, remark]] : [];
}

/** kubectl asks for the kinds that the cluster has before it sends anything. */
function definitionRemark(change: Change, whole: Whole): Remark | undefined {
  const definition = change.after!.object;
  const [group, kind] = [fieldAt(definition, 'spec', 'group'), fieldAt(definition, 'spec', 'names', 'kind')];
  const own = whole.after.filter(({ object }) => object.kind === kind && groupOf(object.apiVersion) === group);
  if (own.length === 0) return undefined;
  return {
    severity: 'warning',
    message: `the first apply fails for ${counted(own.length, 'object')} of kind ${String(kind)}: the definition must be established before`,
    remedy: 'apply the definition first, and wait for it; or apply twice',
    commands: [
      applyCommand(change, whole),
      `kubectl wait --for=condition=Established --timeout=60s ${word(`crd/${change.id.name}`)}`,
      applyCommand({ after: own[0] }, whole),
    ],
  };
}

function namespaceRemark(change: Change, whole: Whole): Remark | undefined {
  const early = whole.after.filter((each) => namespaceOf(each) === change.id.name && isBefore(each, change.after!));
  if (early.length === 0) return undefined;
  return {
    severity: 'warning',
    message: `the first apply fails for ${counted(early.length, 'object')} in it: they come before the Namespace`,
    remedy: 'put the Namespace before the others, into the first file; or apply twice',
  };
}

/** Whether an object comes before another where kubectl reads them. */
function isBefore({ origin }: Resource, { origin: other }: Resource): boolean {
  if (!('file' in origin) || !('file' in other)) return false;
  return origin.file === other.file ? origin.document < other.document : origin.file < other.file;
}
