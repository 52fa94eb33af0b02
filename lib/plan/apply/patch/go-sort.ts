/** Whether the item at one place is before the item at another. */
type Before = (a: number, b: number) => boolean;

/**
 * Sorts like Go's `sort.Sort` (pattern-defeating quicksort, `sort/zsortinterface.go`). Items that are alike come out in
 * an order of its own, and which one of two items with the same key is first decides what kubectl's patch takes.
 */
export function goSort<Item>(items: readonly Item[], isBefore: (a: Item, b: Item) => boolean): Item[] {
  const sorted = [...items];
  new GoSort(sorted, (a, b) => isBefore(sorted[a]!, sorted[b]!)).sort(0, sorted.length);
  return sorted;
}

class GoSort<Item> {
  private swaps = 0;

  constructor(
    private readonly items: Item[],
    private readonly less: Before,
  ) {}

  sort(from: number, to: number): void {
    let [a, b, balanced, partitioned] = [from, to, true, true];
    while (b - a > 12) {
      if (!balanced) this.scatter(a, b);
      let { pivot, hint } = this.choosePivot(a, b);
      if (hint === 'decreasing') {
        this.reverse(a, b);
        [pivot, hint] = [b - 1 - (pivot - a), 'increasing'];
      }
      if (balanced && partitioned && hint === 'increasing' && this.isAlmostSorted(a, b)) return;
      if (a > 0 && !this.less(a - 1, pivot)) {
        a = this.partitionEqual(a, b, pivot);
        continue;
      }
      const { mid, already } = this.partition(a, b, pivot);
      partitioned = already;
      balanced = Math.min(mid - a, b - mid) >= Math.floor((b - a) / 8);
      if (mid - a < b - mid) {
        this.sort(a, mid);
        a = mid + 1;
      } else {
        this.sort(mid + 1, b);
        b = mid;
      }
    }
    for (let i = a + 1; i < b; i++) this.sink(i, a);
  }

  private swap(a: number, b: number): void {
    [this.items[a], this.items[b]] = [this.items[b]!, this.items[a]!];
  }

  private sink(from: number, least: number): void {
    for (let i = from; i > least && this.less(i, i - 1); i--) this.swap(i, i - 1);
  }

  private reverse(a: number, b: number): void {
    for (let [i, j] = [a, b - 1]; i < j; i++, j--) this.swap(i, j);
  }

  private partition(a: number, b: number, pivot: number): { mid: number; already: boolean } {
    this.swap(a, pivot);
    let [i, j, already] = [a + 1, b - 1, true];
    for (;;) {
      while (i <= j && this.less(i, a)) i++;
      while (i <= j && !this.less(j, a)) j--;
      if (i > j) break;
      this.swap(i++, j--);
      already = false;
    }
    this.swap(j, a);
    return { mid: j, already };
  }

  private partitionEqual(a: number, b: number, pivot: number): number {
    this.swap(a, pivot);
    let [i, j] = [a + 1, b - 1];
    for (;;) {
      while (i <= j && !this.less(a, i)) i++;
      while (i <= j && this.less(a, j)) j--;
      if (i > j) return i;
      this.swap(i++, j--);
    }
  }

  private isAlmostSorted(a: number, b: number): boolean {
    let i = a + 1;
    for (let step = 0; step < 5; step++) {
      while (i < b && !this.less(i, i - 1)) i++;
      if (i === b) return true;
      if (b - a < 50) return false;
      this.swap(i, i - 1);
      if (i - a >= 2) this.sink(i - 1, 0);
      if (b - i >= 2) for (let j = i + 1; j < b && this.less(j, j - 1); j++) this.swap(j, j - 1);
    }
    return false;
  }

  private scatter(a: number, b: number): void {
    const length = b - a;
    const mask = 2 ** (32 - Math.clz32(length)) - 1;
    let random = BigInt(length);
    const start = a + Math.floor(length / 4) * 2 - 1;
    for (let index = start; index <= start + 2; index++) {
      random = BigInt.asUintN(64, random ^ (random << 13n));
      random ^= random >> 7n;
      random = BigInt.asUintN(64, random ^ (random << 17n));
      const other = Number(random & BigInt(mask));
      this.swap(index, a + (other >= length ? other - length : other));
    }
  }

  private choosePivot(a: number, b: number): { pivot: number; hint: 'increasing' | 'decreasing' | 'unknown' } {
    this.swaps = 0;
    const quarter = Math.floor((b - a) / 4);
    let places = [a + quarter, a + quarter * 2, a + quarter * 3] as [number, number, number];
    if (b - a >= 50) places = places.map((i) => this.median(i - 1, i, i + 1)) as [number, number, number];
    const pivot = this.median(...places);
    return { pivot, hint: this.swaps === 0 ? 'increasing' : this.swaps === 12 ? 'decreasing' : 'unknown' };
  }

  private median(x: number, y: number, z: number): number {
    let [a, b, c] = [x, y, z];
    if (this.less(b, a)) [a, b] = this.swapped(a, b);
    if (this.less(c, b)) [b, c] = this.swapped(b, c);
    if (this.less(b, a)) [a, b] = this.swapped(a, b);
    return b;
  }

  private swapped(a: number, b: number): [number, number] {
    this.swaps++;
    return [b, a];
  }
}
