import { fieldAt, type Fields } from '../../manifest/fields';
import { isMap } from '../../manifest/pods';
import { IMMUTABLE, type Update } from './update';

/**
 * What a Job runs is immutable, but for some fields while it is suspended.
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/batch/validation/validation.go (`ValidateJobSpecUpdate`)
 */
export function checkJob(update: Update): void {
  checkCompletions(update);
  checkTemplate(update);
}

/** An Indexed Job may grow and shrink if both numbers stay equal. */
function checkCompletions(update: Update): void {
  if (!update.changes('spec', 'completions')) return;
  const completions = update.new('spec', 'completions');
  if (update.new('spec', 'completionMode') !== 'Indexed') return update.refuse('spec.completions');
  if (completions !== undefined && completions !== update.new('spec', 'parallelism')) {
    update.refuse('spec.completions', 'can only be modified in tandem with spec.parallelism');
  }
}

function checkTemplate(update: Update): void {
  const [before, after] = [update.old('spec', 'template'), update.new('spec', 'template')];
  if (!isMap(before) || !isMap(after)) return;
  const suspended = update.old('spec', 'suspend') === true;
  const strict = update.differences(before, after, 'spec', 'template');
  if (strict.length === 0) return;
  const labelled = update.isAtLeast('1.36') ? { ...before, metadata: after.metadata } : before;
  const allowed = suspended && maySchedule(update) ? withScheduling(labelled, after) : before;
  const resources = suspended && update.isAtLeast('1.36');
  const left = update.differences(resources ? withResources(allowed, after) : allowed, after, 'spec', 'template');
  for (const path of left) update.refuse(path, IMMUTABLE);
  if (left.length < strict.length && !update.isAtLeast('1.36') && !knows(update)) {
    update.doubt('whether the suspended Job has run before');
  }
}

/** https://kubernetes.io/docs/concepts/workloads/controllers/job/#mutable-scheduling-directives */
function maySchedule(update: Update): boolean {
  return update.isAtLeast('1.36') || update.circumstances.assume.jobsStarted !== true;
}

function knows({ circumstances }: Update): boolean {
  return circumstances.assume.jobsStarted !== undefined;
}

function withScheduling(before: Fields, after: Fields): Fields {
  const [old, now] = [fieldsAt(before, 'spec'), fieldsAt(after, 'spec')];
  const { nodeSelector, tolerations, schedulingGates } = now;
  const affinity = withNodeAffinity(old.affinity, now.affinity);
  const { labels, annotations } = fieldsAt(after, 'metadata');
  const metadata = { ...fieldsAt(before, 'metadata'), labels, annotations };
  return { ...before, metadata, spec: { ...old, nodeSelector, tolerations, schedulingGates, affinity } };
}

/** Of the affinity, only that to nodes may change. */
function withNodeAffinity(before: unknown, after: unknown): unknown {
  if (!isMap(before) && !isMap(after)) return before;
  const { nodeAffinity: _, ...others } = isMap(before) ? before : {};
  if (isMap(after)) return { ...others, nodeAffinity: after.nodeAffinity };
  return Object.keys(others).length === 0 ? undefined : others;
}

/** https://kubernetes.io/docs/concepts/workloads/controllers/job/#suspending-a-job: resources, container by container. */
function withResources(before: Fields, after: Fields): Fields {
  const [old, now] = [fieldsAt(before, 'spec'), fieldsAt(after, 'spec')];
  const lists = ['containers', 'initContainers'].map((list) => [list, resourcesOf(old[list], now[list])] as const);
  return { ...before, spec: { ...old, ...Object.fromEntries(lists) } };
}

function resourcesOf(before: unknown, after: unknown): unknown {
  if (!Array.isArray(before) || !Array.isArray(after) || before.length !== after.length) return before;
  return before.map((container: unknown, index) => {
    const other: unknown = after[index];
    if (!isMap(container) || !isMap(other) || container.name !== other.name) return container;
    return { ...container, resources: other.resources };
  });
}

function fieldsAt(value: unknown, field: string): Fields {
  const found = fieldAt(value, field);
  return isMap(found) ? found : {};
}
