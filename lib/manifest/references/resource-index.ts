import { fieldAt } from '../fields';
import { groupBy } from '../group-by';
import { memoize } from '../memoize';
import { ofKind } from '../kinds';
import { oncePer } from '../once-per';
import type { DescribedPod } from '../pods';
import type { Resource } from '../resource';
import { asksForControllerLabels, controllerAdds, withoutControllerLabels } from './controller-labels';
import { LabelIndex } from './label-index';
import type { Selector } from './label-selector';
import { isOperated } from './operated';
import { type Meant, type Provided, ProvidedIndex } from './provided';
import { groupOf, namespaceOf, type Reference } from './reference';
import { references } from './references';
import { texts, workloadPod } from './workload-pods';

/** A reference with the object that makes it. */
export interface MadeReference extends Reference {
  readonly resource: Resource;
}

/** Finds objects by name and by label. It is made once for the objects of a check, and shared by all rules. */
export class ResourceIndex {
  /** The index of objects. */
  public static readonly of = oncePer((resources: readonly Resource[]) => new ResourceIndex(resources));

  /** The pods that the objects describe. */
  public readonly pods: DescribedPod[] = [];
  /** The objects from which operators may create others. */
  public readonly operated: Resource[] = [];
  private readonly byGroup = memoize((kind) =>
    groupBy(ofKind(this.resources, kind), ({ object }) => groupOf(object.apiVersion)),
  );
  private readonly provided = new ProvidedIndex();
  private readonly namespaces = new Set<string>();
  private readonly groups = new Set<string>();
  private readonly byReferred = new Map<string, MadeReference[]>();
  private readonly byReferrer = new Map<Resource, readonly MadeReference[]>();
  private readonly podsByLabel = new LabelIndex<DescribedPod>();

  private constructor(private readonly resources: readonly Resource[]) {
    for (const resource of resources) this.add(resource);
    for (const pod of this.pods) this.podsByLabel.add(pod, namespaceOf(pod.resource), pod.labels);
  }

  /** The objects of a kind of Kubernetes itself, or of the group that is named. */
  public ofKind(kind: string, group: string = CORE_GROUPS.get(kind) ?? ''): readonly Resource[] {
    return this.byGroup(kind).get(group) ?? [];
  }

  /** The references to objects of a kind. */
  public referencesTo(kind: string): readonly MadeReference[] {
    return this.byReferred.get(kind) ?? [];
  }

  /** The references that an object makes. */
  public referencesOf(resource: Resource): readonly MadeReference[] {
    return this.byReferrer.get(resource) ?? [];
  }

  /** What a reference refers to, if the manifests bring it into the cluster. */
  public find(reference: Meant): Provided | undefined {
    return this.provided.find(reference);
  }

  /** Whether the manifests have something in a namespace, so that what is missing there is missing. */
  public knowsNamespace(namespace: string): boolean {
    return this.namespaces.has(namespace);
  }

  /** Whether objects of an API group are there, named by it or by its end, as labels of operators are. */
  public knowsGroup(domain: string): boolean {
    return [...this.groups].some((group) => group === domain || group.endsWith(`.${domain}`));
  }

  /** The pods that a selector selects in a namespace, of which the empty one may be any. */
  public selectPods(namespace: string, selector: Selector): readonly DescribedPod[] {
    if (!asksForControllerLabels(selector)) return this.podsByLabel.select(namespace, selector);
    return this.podsByLabel
      .select(namespace, withoutControllerLabels(selector))
      .filter((pod) => controllerAdds(pod, selector));
  }

  /** Whether a selector selects any pod in a namespace. */
  public selectsPods(namespace: string, selector: Selector): boolean {
    if (asksForControllerLabels(selector)) return this.selectPods(namespace, selector).length > 0;
    return this.podsByLabel.has(namespace, selector);
  }

  /** The Services that a selector selects by their own labels. */
  public selectServices(namespace: string, selector: Selector): readonly Resource[] {
    return servicesByLabel(this).select(namespace, selector);
  }

  private add(resource: Resource): void {
    const group = groupOf(resource.object.apiVersion);
    this.groups.add(group);
    if (isOperated(resource)) this.operated.push(resource);
    // A Namespace or a role says that somebody is there, not what is.
    if (resource.object.kind !== 'Namespace' && group !== 'rbac.authorization.k8s.io')
      this.namespaces.add(namespaceOf(resource));
    this.provided.add(resource);
    const pod = workloadPod(resource);
    if (pod) this.pods.push(pod);
    const made = references(resource).map((reference) => madeBy(resource, reference));
    if (made.length > 0) this.byReferrer.set(resource, made);
    for (const reference of made) push(this.byReferred, reference.kind, reference);
  }
}

/** Only monitors ask for Services by their labels, and mostly there are none. */
const servicesByLabel = oncePer((index: ResourceIndex) => {
  const services = new LabelIndex<Resource>();
  for (const service of index.ofKind('Service')) {
    services.add(service, namespaceOf(service), texts(fieldAt(service.object, 'metadata', 'labels')));
  }
  return services;
});

/** Written field by field: a copy by `...` takes several times as long, and there are many. */
function madeBy(resource: Resource, reference: Reference): MadeReference {
  const { path, kind, group, namespace, name, keys, port, optional, container } = reference;
  return { resource, path, kind, group, namespace, name, keys, port, optional, container };
}

const CORE_GROUPS: ReadonlyMap<string, string> = new Map([
  ...['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'].map((kind) => [kind, 'apps'] as const),
  ['HorizontalPodAutoscaler', 'autoscaling'],
  ['Ingress', 'networking.k8s.io'],
  ['IngressClass', 'networking.k8s.io'],
  ['NetworkPolicy', 'networking.k8s.io'],
  ['PodDisruptionBudget', 'policy'],
]);

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
