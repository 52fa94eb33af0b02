import { EVENT_ID, type Event, getScalarValue } from 'js-yaml';
import { eventsOf } from './parse-yaml';

/** Fields whose values tell the items of a list apart. */
const KEYS = new Set(['name', 'key', 'containerPort', 'port', 'mountPath', 'devicePath', 'topologyKey', 'type', 'ip']);

/** The steps of a path such as `spec.containers[web].env[LOG_LEVEL]`. */
export function stepsOf(path: string): readonly string[] {
  return [...path.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)].map(([, inBrackets, field]) => inBrackets ?? field!);
}

/** Finds fields in a text. The text is read again for it, so ask only for what is shown. */
export class Places {
  private readonly text: string;
  private readonly events: readonly Event[];
  /** Where the root of each document is among the events. */
  private readonly documents: readonly number[];

  constructor(text: string) {
    this.text = text;
    this.events = eventsOf(text);
    this.documents = this.events.flatMap(({ type }, at) => (type === EVENT_ID.DOCUMENT ? [at + 1] : []));
  }

  /**
   * Where steps lead to, as an offset; as far as they can be followed. An item of a list goes by its number or its name.
   *
   * @param document the number of the document, counted from 0
   */
  public locate(document: number, steps: readonly string[]): number {
    let at = this.documents[document] ?? 0;
    let offset = this.offset(at) ?? 0;
    for (const step of steps) {
      const found = this.child(at, step);
      if (!found) break;
      offset = this.offset(found.shown) ?? offset;
      at = found.value;
    }
    return offset;
  }

  private offset(at: number): number | undefined {
    const event = this.events[at];
    if (!event) return undefined;
    if ('valueStart' in event) return event.valueStart;
    return 'start' in event ? event.start : 'anchorStart' in event ? event.anchorStart : undefined;
  }

  /** What a step leads to: the place that people would look at, and the value. */
  private child(at: number, step: string): { shown: number; value: number } | undefined {
    const type = this.events[at]?.type;
    const isMap = type === EVENT_ID.MAPPING;
    if (!isMap && type !== EVENT_ID.SEQUENCE) return undefined;
    let index = 0;
    for (let next = at + 1; this.isOpen(next); index++) {
      const value = isMap ? this.after(next) : next;
      const found = isMap ? this.scalar(next) === step : String(index) === step || this.isNamed(next, step);
      if (found) return { shown: next, value };
      next = this.after(value);
    }
    return undefined;
  }

  private isNamed(at: number, name: string): boolean {
    if (this.events[at]?.type !== EVENT_ID.MAPPING) return false;
    for (let key = at + 1; this.isOpen(key); key = this.after(this.after(key))) {
      if (KEYS.has(this.scalar(key) ?? '') && this.scalar(this.after(key)) === name) return true;
    }
    return false;
  }

  private isOpen(at: number): boolean {
    return at < this.events.length && this.events[at]!.type !== EVENT_ID.POP;
  }

  private scalar(at: number): string | undefined {
    const event = this.events[at];
    return event?.type === EVENT_ID.SCALAR ? getScalarValue(this.text, event) : undefined;
  }

  /** The event after a node and all that is in it. */
  private after(at: number): number {
    let depth = 0;
    for (let next = at; next < this.events.length; next++) {
      const { type } = this.events[next]!;
      if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth++;
      if (type === EVENT_ID.POP) depth--;
      if (depth === 0) return next + 1;
    }
    return this.events.length;
  }
}
