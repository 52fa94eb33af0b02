import { matches, type Selector } from './label-selector';

type Labels = Readonly<Record<string, string>>;

/** Finds labelled things by selector without looking at each of them. */
export class LabelIndex<Item> {
  private readonly byNamespace = new Map<string, Bucket<Item>>();

  /** Adds something with labels in a namespace; the empty one is not known, and may be any. */
  public add(item: Item, namespace: string, labels: Labels): void {
    let bucket = this.byNamespace.get(namespace);
    if (!bucket) this.byNamespace.set(namespace, (bucket = new Bucket()));
    bucket.add({ item, labels });
  }

  /** What a selector selects in a namespace, of which the empty one may be any. */
  public select(namespace: string, selector: Selector): readonly Item[] {
    if (namespace === '') return [...this.byNamespace.values()].flatMap((bucket) => bucket.select(selector));
    const own = this.byNamespace.get(namespace)?.select(selector) ?? NONE;
    const anywhere = this.byNamespace.get('')?.select(selector) ?? NONE;
    return anywhere.length === 0 ? own : own.concat(anywhere);
  }

  /** Whether a selector selects anything in a namespace. */
  public has(namespace: string, selector: Selector): boolean {
    if (namespace === '') return [...this.byNamespace.values()].some((bucket) => bucket.has(selector));
    return Boolean(this.byNamespace.get(namespace)?.has(selector) || this.byNamespace.get('')?.has(selector));
  }
}

const NONE: readonly never[] = [];

interface Labelled<Item> {
  readonly item: Item;
  readonly labels: Labels;
}

/** The things of one namespace. */
class Bucket<Item> {
  private readonly all: Labelled<Item>[] = [];
  private readonly byLabel = new Map<string, Map<string, Labelled<Item>[]>>();

  public add(labelled: Labelled<Item>): void {
    this.all.push(labelled);
    for (const key of Object.keys(labelled.labels)) {
      const value = labelled.labels[key]!;
      const values = this.byLabel.get(key);
      const same = values?.get(value);
      if (same) same.push(labelled);
      else if (values) values.set(value, [labelled]);
      else this.byLabel.set(key, new Map([[value, [labelled]]]));
    }
  }

  public select(selector: Selector): readonly Item[] {
    const selected: Item[] = [];
    for (const { item, labels } of this.candidates(selector)) if (matches(selector, labels)) selected.push(item);
    return selected;
  }

  public has(selector: Selector): boolean {
    return this.candidates(selector).some(({ labels }) => matches(selector, labels));
  }

  /** The fewest that one label of a selector leaves. */
  private candidates(selector: Selector): readonly Labelled<Item>[] {
    let candidates: readonly Labelled<Item>[] = this.all;
    for (const label of selector.labels) {
      const labelled = this.byLabel.get(label[0])?.get(label[1]) ?? NONE;
      if (labelled.length < candidates.length) candidates = labelled;
    }
    return candidates;
  }
}
