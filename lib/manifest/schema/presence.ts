let data: ReadonlyMap<string, Presences> | undefined;

/** What becomes of the fields of a type when the API server writes an object. */
export interface Presences {
  /** Pointers in Go: a `0`, `false` or empty text stays, while elsewhere it is the same as nothing. */
  readonly pointers: ReadonlySet<string>;
  /** Fields that are written even if nobody has set them: `resources: {}`, `divisor: "0"`. */
  readonly always: ReadonlySet<string>;
}

const NONE: Presences = { pointers: new Set(), always: new Set() };

/** What becomes of the fields of a type, such as `core.v1.Container`, when the API server writes an object. */
export function presencesOf(type: string): Presences {
  data ??= read(require('./data/presence.json') as Readonly<Record<string, string>>);
  return data.get(type) ?? NONE;
}

function read(lines: Readonly<Record<string, string>>): ReadonlyMap<string, Presences> {
  return new Map(
    Object.entries(lines).map(([type, line]) => {
      const marks = line.split(' ');
      const pointers = marks.filter((mark) => mark.endsWith('*')).map((mark) => mark.slice(0, -1));
      const always = marks.filter((mark) => !mark.endsWith('*'));
      return [type, { pointers: new Set(pointers), always: new Set(always) }];
    }),
  );
}
