/** Why manifests can't be read: `shop.yaml:12: the key 'name' is there twice: remove one of the two`, one line for each. */
export class ManifestError extends Error {
  public override readonly name = 'ManifestError';
  public readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/** A mistake at a place in a text whose file is not known there. */
export class YamlError extends Error {
  public override readonly name = 'YamlError';
  /** Counted from 1. */
  public readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}
