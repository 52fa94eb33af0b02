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
    return [namespace, ''].flatMap((name) => this.byNamespace.get(name)?.select(selector) ?? []);
  }

  /** Whether a selector selects anything in a namespace. */
  public has(namespace: string, selector: Selector): boolean {
    if (namespace === '') return [...this.byNamespace.values()].some((bucket) => bucket.has(selector));
    return [namespace, ''].some((name) => this.byNamespace.get(name)?.has(selector));
  }
}

/** The things of one namespace. */
class Bucket<Item extends Labelled> {
  private readonly items: Item[] = [];
  private readonly byLabel = new Map<string, Item[]>();

  public add(item: Item): void {
    this.items.push(item);
    for (const [key, value] of Object.entries(item.labels)) {
      const label = `${key}=${value}`;
      const same = this.byLabel.get(label);
      if (same) same.push(item);
      else this.byLabel.set(label, [item]);
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
      const labelled = this.byLabel.get(`${key}=${value}`) ?? [];
      if (labelled.length < candidates.length) candidates = labelled;
    }
    return candidates;
  }
}
