import { fieldAt } from './fields';
import { ofKind } from './kinds';
import { oncePer } from './once-per';
import { type DescribedPod, podsOf } from './pods';
import { LabelIndex } from './references/label-index';
import { type Selector, selectsAll } from './references/label-selector';
import { groupOf, namespaceOf } from './references/reference';
import { type SelectorReference, selectors } from './references/selectors';
import { texts } from './references/workload-pods';
import type { Resource } from './resource';

/** The Services that send traffic to a pod. */
export function servicesOf(resources: readonly Resource[], pod: DescribedPod): readonly Resource[] {
  return selectionOf(resources).services.get(pod.resource) ?? [];
}

/** The disruption budgets that a pod counts for. */
export function budgetsOf(resources: readonly Resource[], pod: DescribedPod): readonly Resource[] {
  return selectionOf(resources).budgets.get(pod.resource) ?? [];
}

/** The workloads whose pods count for a disruption budget. */
export function workloadsOf(resources: readonly Resource[], budget: Resource): readonly Resource[] {
  return selectionOf(resources).workloads.get(budget) ?? [];
}

/** What an object selects for one purpose, read once for all who ask. */
export function selectorOf(resource: Resource, role: SelectorReference['role']): Selector | undefined {
  return selectors(resource).find((reference) => reference.role === role)?.selector;
}

interface Selection {
  readonly services: ReadonlyMap<Resource, readonly Resource[]>;
  readonly budgets: ReadonlyMap<Resource, readonly Resource[]>;
  readonly workloads: ReadonlyMap<Resource, readonly Resource[]>;
}

const selectionOf = oncePer((resources: readonly Resource[]): Selection => {
  const index = new LabelIndex<Resource>();
  for (const { resource, labels } of podsOf(resources)) index.add(resource, namespaceOf(resource), texts(labels));
  const [services, budgets, workloads] = [new Map(), new Map(), new Map()] as Map<Resource, Resource[]>[];
  for (const service of ofKind(resources, 'Service')) {
    const selector = serviceSelector(service);
    if (!selector) continue;
    for (const selected of index.select(namespaceOf(service), selector)) add(services!, selected, service);
  }
  for (const budget of ofKind(resources, 'PodDisruptionBudget')) {
    const selector = budgetSelector(budget);
    if (!selector) continue;
    for (const selected of index.select(namespaceOf(budget), selector)) {
      add(budgets!, selected, budget);
      add(workloads!, budget, selected);
    }
  }
  return { services: services!, budgets: budgets!, workloads: workloads! };
});

function serviceSelector(service: Resource): Selector | undefined {
  const { object } = service;
  if (object.apiVersion !== 'v1') return undefined;
  if (fieldAt(object, 'spec', 'type') === 'ExternalName') return undefined;
  const selector = selectorOf(service, 'service');
  return selector && !selectsAll(selector) ? selector : undefined;
}

function budgetSelector(budget: Resource): Selector | undefined {
  return groupOf(budget.object.apiVersion) === 'policy' ? selectorOf(budget, 'budget') : undefined;
}

function add(map: Map<Resource, Resource[]>, key: Resource, value: Resource): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
