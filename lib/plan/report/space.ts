/** What fits, in the order that it had, and what does not. */
export interface Fitting<T> {
  readonly kept: readonly T[];
  readonly cut: readonly T[];
}

/** What is left of the longest report. */
export class Space {
  constructor(private left: number) {}

  /** Notes that a text is in the report, with the empty line before it. */
  public add(text: string): void {
    this.left -= text.length + 2;
  }

  /**
   * As many items as fit, together with the empty lines between them.
   *
   * @param important what is to be kept first; by default, what comes first
   */
  public take<T>(items: readonly T[], textOf: (item: T) => string, important = items): Fitting<T> {
    const kept = new Set<T>();
    for (const item of important) {
      const size = textOf(item).length + 2;
      if (size > this.left) continue;
      this.left -= size;
      kept.add(item);
    }
    return { kept: items.filter((item) => kept.has(item)), cut: items.filter((item) => !kept.has(item)) };
  }
}
