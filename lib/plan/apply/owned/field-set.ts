import { type Atom, atomOfField } from './atom';
import { fieldOfElement } from './element';

/**
 * A set of fields, as `managedFields` keeps them: members, and sets of the fields within some of them
 * (`sigs.k8s.io/structured-merge-diff/v6/fieldpath`). A member's children are no members by themselves, nor the other way.
 */
export class FieldSet {
  constructor(
    readonly members: ReadonlySet<string> = new Set(),
    readonly children: ReadonlyMap<string, FieldSet> = new Map(),
  ) {}

  /** Whether there is nothing in it. */
  get isEmpty(): boolean {
    return this.members.size === 0 && [...this.children.values()].every((child) => child.isEmpty);
  }

  /** What is in it below an element. */
  within(element: string): FieldSet {
    return this.children.get(element) ?? new FieldSet();
  }

  /** What is in either. */
  union(other: FieldSet): FieldSet {
    const names = new Set([...this.children.keys(), ...other.children.keys()]);
    const children = new Map([...names].map((name) => [name, this.within(name).union(other.within(name))]));
    return new FieldSet(new Set([...this.members, ...other.members]), children);
  }

  /** What is in this one and not in the other; a member does not take what is below it along. */
  difference(other: FieldSet): FieldSet {
    const members = [...this.members].filter((member) => !other.members.has(member));
    const children = [...this.children].map(([name, child]) => [name, child.difference(other.within(name))] as const);
    return new FieldSet(new Set(members), notEmpty(children));
  }

  /** What is in both. */
  intersection(other: FieldSet): FieldSet {
    const members = [...this.members].filter((member) => other.members.has(member));
    const children = [...this.children].map(([name, child]) => [name, child.intersection(other.within(name))] as const);
    return new FieldSet(new Set(members), notEmpty(children));
  }

  /** With the fields that the schema names and of which something is in it: `spec`, for `spec.replicas`. */
  withNamed(atom: Atom): FieldSet {
    const members = new Set(this.members);
    const children = new Map<string, FieldSet>();
    for (const [name, child] of this.children) {
      const field = fieldOfElement(name);
      if (field !== undefined && atom.map?.named(field)) members.add(name);
      const inside = field === undefined ? (atom.list?.items() ?? {}) : atomOfField(atom, field);
      children.set(name, child.withNamed(inside));
    }
    return new FieldSet(members, children);
  }
}

function notEmpty(children: readonly (readonly [string, FieldSet])[]): Map<string, FieldSet> {
  return new Map(children.filter(([, child]) => !child.isEmpty));
}
