import { fieldAt, textAt } from '../fields';
import { oncePer } from '../once-per';
import type { DescribedPod } from '../pods';
import type { Resource } from '../resource';
import { asksForControllerLabels, controllerAdds, withoutControllerLabels } from './controller-labels';
import { LabelIndex, type Labelled } from './label-index';
import type { Selector } from './label-selector';
import { isOperated } from './operated';
import { type Provided, providedBy } from './provided';
import { groupOf, namespaceOf, type Reference } from './reference';
import { references } from './references';
import { texts, workloadPod } from './workload-pods';

/** A reference with the object that makes it. */
export interface MadeReference extends Reference {
  readonly resource: Resource;
}

type IndexedPod = Labelled & { readonly pod: DescribedPod };
type IndexedService = Labelled & { readonly resource: Resource };

/** Finds objects by name and by label. It is made once for the objects of a check, and shared by all rules. */
export class ResourceIndex {
  /** The index of objects. */
  public static readonly of = oncePer((resources: readonly Resource[]) => new ResourceIndex(resources));

  /** The pods that the objects describe. */
  public readonly pods: readonly DescribedPod[];
  /** The objects from which operators may create others. */
  public readonly operated: Resource[] = [];
  private readonly byKind = new Map<string, Map<string, Resource[]>>();
  private readonly provided = new Map<string, Map<string, Provided[]>>();
  private readonly namespaces = new Set<string>();
  private readonly groups = new Set<string>();
  private readonly byReferred = new Map<string, MadeReference[]>();
  private readonly byReferrer = new Map<Resource, MadeReference[]>();
  private readonly podIndex: LabelIndex<IndexedPod>;
  private readonly serviceIndex: LabelIndex<IndexedService>;

  private constructor(resources: readonly Resource[]) {
    for (const resource of resources) this.add(resource);
    this.pods = resources.flatMap((resource) => workloadPod(resource) ?? []);
    this.podIndex = new LabelIndex(
      this.pods.map((pod) => ({ pod, labels: pod.labels, namespace: namespaceOf(pod.resource) })),
    );
    this.serviceIndex = new LabelIndex(
      this.ofKind('Service').map((resource) => {
        const labels = texts(fieldAt(resource.object, 'metadata', 'labels'));
        return { resource, labels, namespace: namespaceOf(resource) };
      }),
    );
  }

  /** The objects of a kind of Kubernetes itself, or of the group that is named. */
  public ofKind(kind: string, group: string = CORE_GROUPS.get(kind) ?? ''): readonly Resource[] {
    return this.byKind.get(kind)?.get(group) ?? [];
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
  public find({ kind, group, namespace, name }: Omit<Reference, 'path' | 'keys' | 'optional'>): Provided | undefined {
    return this.provided
      .get(kind)
      ?.get(name)
      ?.find((each) => mayBeIn(namespace, each) && (group === undefined || each.group === group));
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
    if (!asksForControllerLabels(selector)) return this.podIndex.select(namespace, selector).map(({ pod }) => pod);
    return this.podIndex
      .select(namespace, withoutControllerLabels(selector))
      .map(({ pod }) => pod)
      .filter((pod) => controllerAdds(pod, selector));
  }

  /** Whether a selector selects any pod in a namespace. */
  public selectsPods(namespace: string, selector: Selector): boolean {
    if (asksForControllerLabels(selector)) return this.selectPods(namespace, selector).length > 0;
    return this.podIndex.has(namespace, selector);
  }

  /** The Services that a selector selects by their own labels. */
  public selectServices(namespace: string, selector: Selector): readonly Resource[] {
    return this.serviceIndex.select(namespace, selector).map(({ resource }) => resource);
  }

  private add(resource: Resource): void {
    const kind = textAt(resource.object, 'kind') ?? '';
    const group = groupOf(resource.object.apiVersion);
    this.groups.add(group);
    push(below(this.byKind, kind), group, resource);
    if (isOperated(resource)) this.operated.push(resource);
    // A Namespace or a role says that somebody is there, not what is.
    if (kind !== 'Namespace' && group !== 'rbac.authorization.k8s.io') this.namespaces.add(namespaceOf(resource));
    for (const provided of providedBy(resource)) push(below(this.provided, provided.kind), provided.name, provided);
    for (const reference of references(resource)) {
      const made = { ...reference, resource };
      push(this.byReferred, made.kind, made);
      push(this.byReferrer, resource, made);
    }
  }
}

function mayBeIn(namespace: string, provided: Provided): boolean {
  return provided.namespace === namespace || provided.namespace === '' || namespace === '';
}

const CORE_GROUPS: ReadonlyMap<string, string> = new Map([
  ...['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'].map((kind) => [kind, 'apps'] as const),
  ['HorizontalPodAutoscaler', 'autoscaling'],
  ['Ingress', 'networking.k8s.io'],
  ['IngressClass', 'networking.k8s.io'],
  ['NetworkPolicy', 'networking.k8s.io'],
  ['PodDisruptionBudget', 'policy'],
]);

function below<Value>(map: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  const known = map.get(key);
  if (known) return known;
  const made = new Map<string, Value>();
  map.set(key, made);
  return made;
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
