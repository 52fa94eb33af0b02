import { matches, type Selector } from './label-selector';

/** Something with labels in a namespace; the empty one is not known, and may be any. */
export interface Labelled {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** Finds labelled things by selector without looking at each of them. */
export class LabelIndex<Item extends Labelled> {
  private readonly byNamespace = new Map<string, Bucket<Item>>();

  constructor(items: readonly Item[]) {
    for (const item of items) {
      const bucket = this.byNamespace.get(item.namespace) ?? new Bucket<Item>();
      this.byNamespace.set(item.namespace, bucket);
      bucket.add(item);
    }
  }

  /** What a selector selects in a namespace, of which the empty one may be any. */
  public select(namespace: string, selector: Selector): readonly Item[] {
    if (namespace === '') return [...this.byNamespace.values()].flatMap((bucket) => bucket.select(selector));
    const own = this.byNamespace.get(namespace)?.select(selector) ?? [];
    const anywhere = this.byNamespace.get('')?.select(selector) ?? [];
    return anywhere.length === 0 ? own : [...own, ...anywhere];
  }

  /** Whether a selector selects anything in a namespace. */
  public has(namespace: string, selector: Selector): boolean {
    if (namespace === '') return [...this.byNamespace.values()].some((bucket) => bucket.has(selector));
    return Boolean(this.byNamespace.get(namespace)?.has(selector) || this.byNamespace.get('')?.has(selector));
  }
}

/** The things of one namespace. */
class Bucket<Item extends Labelled> {
  private readonly items: Item[] = [];
  private readonly byLabel = new Map<string, Map<string, Item[]>>();

  public add(item: Item): void {
    this.items.push(item);
    for (const [key, value] of Object.entries(item.labels)) {
      const values = this.byLabel.get(key) ?? new Map<string, Item[]>();
      this.byLabel.set(key, values);
      const same = values.get(value);
      if (same) same.push(item);
      else values.set(value, [item]);
    }
  }

  public select(selector: Selector): readonly Item[] {
    return this.candidates(selector).filter(({ labels }) => matches(selector, labels));
  }

  public has(selector: Selector): boolean {
    return this.candidates(selector).some(({ labels }) => matches(selector, labels));
  }

  /** The fewest that one label of a selector leaves. */
  private candidates(selector: Selector): readonly Item[] {
    let candidates: readonly Item[] = this.items;
    for (const [key, value] of selector.labels) {
      const labelled = this.byLabel.get(key)?.get(value) ?? [];
      if (labelled.length < candidates.length) candidates = labelled;
    }
    return candidates;
  }
}
