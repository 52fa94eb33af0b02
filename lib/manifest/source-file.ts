import { Places, stepsOf } from './locate';
import type { Origin } from './resource';

/** An origin in a file; its line is looked up when somebody asks for it. */
export type FileOrigin = Extract<Origin, { readonly file: string }>;

const sources = new WeakMap<Origin, (path: string) => number>();

/** A text with places in it. */
export class SourceFile {
  private readonly file: string;
  private readonly text: string;
  private places: Places | undefined;
  private breaks: readonly number[] | undefined;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  /**
   * The origin of an object.
   *
   * @param index the number of the document, counted from 0
   * @param steps where the object is in the document, for one in a `List`
   */
  public origin(index: number, steps: readonly string[]): FileOrigin {
    const lineAt = (path: string): number => this.line(index, [...steps, ...stepsOf(path)]);
    const origin = {
      file: this.file,
      document: index + 1,
      get line() {
        return lineAt('');
      },
    };
    sources.set(origin, lineAt);
    return origin;
  }

  private line(document: number, steps: readonly string[]): number {
    this.places ??= new Places(this.text);
    this.breaks ??= breaksOf(this.text);
    return countBelow(this.breaks, this.places.locate(document, steps)) + 1;
  }
}

function breaksOf(text: string): readonly number[] {
  const breaks: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) breaks.push(at);
  return breaks;
}

/** How many of some ascending numbers are less than another. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The line of a field such as `spec.replicas` in the file that an object comes from, if it comes from one. */
export function lineOf(origin: Origin, path = ''): number | undefined {
  return sources.get(origin)?.(path) ?? ('file' in origin ? origin.line : undefined);
}
