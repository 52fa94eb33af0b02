import { type Resource, resourceId } from '../manifest/resource';
import { isWithin } from './fields/within';
import { creationRefusal } from './apply/creation';
import { modesOf, type PlanOptions } from './options';
import type { Circumstances, Objection } from './prediction';
import { factsOf } from './reason';
import type { Change } from './rule';
import { storedForm } from './stored-form';
import { invalidity } from './update/invalidity';

/** What becomes of an object that the cluster does not have; the worse, if it is not the same for each way of applying. */
export function creationOf(
  after: Resource,
  options: Pick<PlanOptions, 'apply'>,
  circumstances: Omit<Circumstances, 'mode'>,
): Change {
  const modes = modesOf(options);
  const stored = storedForm(after.object, circumstances);
  const own = invalidity(after.object, stored, { ...circumstances, mode: modes[0]! });
  const judged = modes.map((mode) => withRefusal(own, creationRefusal(after.object, { ...circumstances, mode })));
  const objections = judged.toSorted((a, b) => b.length - a.length)[0]!;
  const actions = judged.map((found) => (found.length > 0 ? 'invalid' : 'create'));
  const [client, server] = actions;
  return {
    id: resourceId(after.object),
    action: objections.length > 0 ? 'invalid' : 'create',
    ...(server !== undefined && client !== server && { byMode: { client: client!, server } }),
    reason: objections.length > 0 ? `${objections[0]!.path}: ${objections[0]!.message}` : factsOf(after),
    fields: [],
    after,
    storedAfter: stored,
    objections,
    ignored: [],
  };
}

/** What is wrong with the object in one way of applying, each thing once. */
function withRefusal(own: readonly Objection[], refusal: Objection | undefined): readonly Objection[] {
  if (!refusal) return own;
  const isTwice = refusal.message.startsWith('duplicate');
  const isKnown = own.some(({ path, message }) => isWithin(path, refusal.path) && (!isTwice || /twice/.test(message)));
  return isKnown ? own : [refusal, ...own];
}
