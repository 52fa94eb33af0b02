import { containersOf, type DescribedPod, podOf } from '../manifest/pods';
import type { FieldChange } from './plan';
import { describeField } from './describe-field';
import { reasonOf } from './reason';
import type { Change } from './rule';

/** Annotations that carry a hash of a config, so that pods restart with it. */
const CHECKSUM = /^spec\.template\.metadata\.annotations.*(checksum|hash)/i;

/**
 * Has a workload that restarts with its config say what changed in the config: the new name of a map, or the new hash in an
 * annotation, is not the cause.
 */
export function explainCauses(changes: readonly Change[]): readonly Change[] {
  const configs = changes.filter(({ id }) => id.group === '' && (id.kind === 'ConfigMap' || id.kind === 'Secret'));
  if (configs.length === 0) return changes;
  return changes.map((change) => {
    const pod = change.after && podOf(change.after);
    if (!pod || change.fields.length === 0 || change.action === 'no-effect') return change;
    const near = configs.filter(({ id }) => id.namespace === change.id.namespace);
    const describe = (field: FieldChange) => causeOf(field, pod, near) ?? describeField(field);
    return { ...change, reason: reasonOf(change.fields, change.objections, describe) };
  });
}

function causeOf(field: FieldChange, pod: DescribedPod, configs: readonly Change[]): string | undefined {
  const moved = configs.find(({ id, from }) => from && field.before === from.name && field.after === id.name);
  if (moved) return `${stemOf(moved)}: ${moved.reason}`;
  if (!CHECKSUM.test(field.path)) return undefined;
  const read = namesIn(pod);
  const changed = configs.filter(({ id, action }) => read.has(id.name) && action !== 'no-effect');
  return changed.map(({ id, reason }) => `${id.kind} ${id.name}: ${reason}`).join('; ') || undefined;
}

function stemOf({ id }: Change): string {
  return `config ${id.name.replace(/-[a-z0-9]{8,10}$/, '')}`;
}

/** Every text in the volumes and variables of a pod: those that are the name of a config are references to it. */
function namesIn(pod: DescribedPod): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === 'string') names.add(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit(pod.spec.volumes);
  for (const { container } of containersOf(pod)) visit([container.env, container.envFrom]);
  return names;
}
