import { isMap } from '../../../manifest/pods';
import { draft } from '../json';
import { type Atom, atomOfField, formOf, type ListAtom, type MapAtom } from './atom';
import { itemElement } from './element';

/** A live value with a manifest's merged into it; nothing goes, and where both say something the manifest wins (`typed/merge.go`). */
export function merge(live: unknown, manifest: unknown, atom: Atom): unknown {
  const { map, list, scalar } = formOf(atom, manifest === undefined ? live : manifest);
  if (map) return maps(live, manifest, map);
  if (scalar || !list) return leaf(live, manifest);
  return lists(live, manifest, list);
}

function leaf(live: unknown, manifest: unknown): unknown {
  return manifest === undefined ? live : manifest;
}

function maps(live: unknown, manifest: unknown, map: MapAtom): unknown {
  const [left, right] = [isMap(live) ? live : {}, isMap(manifest) ? manifest : {}];
  const fields = new Set([...Object.keys(left), ...Object.keys(right)]);
  if (map.atomic || fields.size === 0) return leaf(live, manifest);
  const merged = draft();
  for (const field of fields) {
    const [old, item] = [left, right].map((side) => (Object.hasOwn(side, field) ? side[field] : undefined));
    const value = merge(old, item, atomOfField({ map }, field));
    if (value !== undefined) merged[field] = value;
  }
  return Object.keys(merged).length > 0 ? merged : undefined;
}

function lists(live: unknown, manifest: unknown, list: ListAtom): unknown {
  const left: readonly unknown[] = Array.isArray(live) ? live : [];
  const right: readonly unknown[] = Array.isArray(manifest) ? manifest : [];
  if (list.atomic || (left.length === 0 && right.length === 0)) return leaf(live, manifest);
  const merged = new ListMerge(list, left, right).items();
  return merged.length > 0 ? merged : undefined;
}

/** Merges two lists by their items' names: in the manifest's order, and the items that only the live list has between. */
class ListMerge {
  private readonly leftNames: readonly string[];
  private readonly rightNames: readonly string[];
  /** The items that both have and that are yet to come, in the manifest's order. */
  private readonly shared: string[];
  private readonly merged = new Set<string>();

  constructor(
    private readonly list: ListAtom,
    private readonly left: readonly unknown[],
    private readonly right: readonly unknown[],
  ) {
    this.leftNames = left.map((item) => itemElement(list, item) ?? '');
    this.rightNames = right.map((item) => itemElement(list, item) ?? '');
    this.shared = this.rightNames.filter((name) => this.leftNames.includes(name));
  }

  items(): unknown[] {
    const items: unknown[] = [];
    let [i, j] = [0, 0];
    while (i < this.left.length || j < this.right.length) {
      const [mine, theirs] = [this.leftNames[i], this.rightNames[j]];
      if (mine !== undefined && mine === theirs) {
        i++;
        items.push(this.both(j++));
        this.shared.shift();
      } else if (this.isOutOfTurn(mine, theirs)) {
        i++;
      } else if (mine !== undefined && !this.rightNames.includes(mine)) {
        items.push(merge(this.left[i++], undefined, this.list.items()));
      } else {
        if (mine !== undefined && this.merged.has(mine)) i++;
        if (theirs === undefined) continue;
        items.push(this.both(j++));
        if (this.shared[0] === theirs) this.shared.shift();
      }
    }
    return items.filter((item) => item !== undefined);
  }

  /** Whether a live item comes in the manifest too, at another place. */
  private isOutOfTurn(mine: string | undefined, theirs: string | undefined): boolean {
    if (mine === undefined || theirs === undefined || !this.rightNames.includes(mine)) return false;
    return this.shared.length > 0 && this.shared[0] !== mine;
  }

  private both(index: number): unknown {
    const name = this.rightNames[index]!;
    this.merged.add(name);
    const first = this.leftNames.indexOf(name);
    // Of live items that are alike none is merged.
    const live = first < 0 ? undefined : first === this.leftNames.lastIndexOf(name) ? this.left[first] : null;
    return merge(live, this.right[index], this.list.items());
  }
}
