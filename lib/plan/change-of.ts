import type { KubernetesObject } from '../manifest/kubernetes-object';
import { type Resource, resourceId } from '../manifest/resource';
import { offendingFirst } from './fields/offending-first';
import { isWithin } from './fields/within';
import { creationOf } from './creation';
import { diffFields } from './fields/diff-fields';
import { judgePair } from './judge-pair';
import { modesOf, type PlanOptions } from './options';
import type { Pair } from './pair';
import type { Action, FieldChange } from './plan';
import type { Circumstances } from './prediction';
import { reasonOf } from './reason';
import { renamed } from './renamed';
import { redact } from './redact';
import { removalOf } from './removal';
import type { Change } from './rule';
import { storedForm } from './stored-form';

type Known = Omit<Circumstances, 'mode'>;

/** What becomes of one object, or of one that has another name now. */
export function changeOf({ before, after }: Pair, options: PlanOptions, circumstances: Known): Change {
  if (!after) return removalOf(before!, options);
  if (!before) return creationOf(after, options, circumstances);
  return before.object.metadata.name === after.object.metadata.name
    ? updateOf(before, after, options, circumstances)
    : moveOf(before, after, options, circumstances);
}

const moving = (action: Action): Action => (action === 'create' ? 'move' : action);

function moveOf(before: Resource, after: Resource, options: PlanOptions, circumstances: Known): Change {
  const { byMode, ...created } = creationOf(after, options, circumstances);
  const old = storedForm(before.object, circumstances);
  const fields = fieldsOf(renamed(old, created.storedAfter!), created.storedAfter!, circumstances);
  return {
    ...created,
    from: resourceId(before.object),
    action: moving(created.action),
    ...(byMode && { byMode: { client: moving(byMode.client), server: moving(byMode.server) } }),
    reason:
      created.action === 'invalid'
        ? created.reason
        : fields.length === 0
          ? 'nothing else differs'
          : reasonOf(fields, []),
    fields,
    before,
    storedBefore: old,
  };
}

function updateOf(before: Resource, after: Resource, options: PlanOptions, circumstances: Known): Change {
  const { prediction, ...judged } = judgePair(before.object, after.object, modesOf(options), circumstances);
  const { objections, ignored, dependsOn } = prediction;
  const normal = ({ object }: Resource) => storedForm(object, circumstances);
  const asked = () => fieldsOf(normal(before), normal(after), circumstances);
  const written = () => diffFields(before.object, after.object, circumstances.kubernetes);
  const stored = fieldsOf(prediction.before, prediction.after, circumstances);
  const told =
    judged.action === 'ineffective' || stored.length === 0 ? asked() : withoutConsequences(stored, written());
  const fields = offendingFirst(told, objections);
  return {
    ...judged,
    id: resourceId(after.object),
    reason: reasonOf(judged.action === 'no-effect' ? [] : fields, objections),
    fields,
    before,
    after,
    storedBefore: prediction.before,
    storedAfter: prediction.after,
    objections,
    ignored,
    dependsOn,
  };
}

function fieldsOf(before: KubernetesObject, after: KubernetesObject, { kubernetes, scrub }: Known) {
  const shown = redact(before, after, scrub);
  return diffFields(shown.before, shown.after, kubernetes);
}

/** Leaves out the defaults that the API server adds or drops along with what was written. */
function withoutConsequences(fields: readonly FieldChange[], written: readonly FieldChange[]): readonly FieldChange[] {
  const places = written.map(({ path }) => path.replace(/^stringData\b/, 'data'));
  const isWritten = ({ path }: FieldChange) => places.some((place) => isWithin(path, place) || isWithin(place, path));
  const kept = fields.filter((field) => (field.before !== undefined && field.after !== undefined) || isWritten(field));
  return kept.length > 0 ? kept : fields;
}
