import { constructFromEvents, EVENT_ID, type Event, parseEvents, YAMLException } from 'js-yaml';
import { expansionProblem, MOST_LEVELS, tooDeep } from './expansion';
import { KUBECTL_SCHEMA } from './kubectl-schema';
import { YamlError } from './manifest-error';

/**
 * The documents of a YAML or JSON text as kubectl reads them; an empty one is `null`.
 *
 * @throws YamlError with the line, what is wrong there, and the remedy
 */
export function parseYaml(text: string): readonly unknown[] {
  const events = eventsOf(text);
  const documents = attempt(text, () =>
    constructFromEvents(events, { source: text, schema: KUBECTL_SCHEMA, maxTotalMergeKeys: 10_000 }),
  );
  const alias = events.find(({ type }) => type === EVENT_ID.ALIAS);
  if (alias?.type === EVENT_ID.ALIAS) {
    for (const document of documents) {
      const problem = expansionProblem(document);
      if (problem !== undefined) throw new YamlError(lineAt(text, alias.anchorStart), problem);
    }
  }
  return documents;
}

/** What a text consists of, with places in it. */
export function eventsOf(text: string): Event[] {
  return attempt(text, () => parseEvents(text, { maxDepth: MOST_LEVELS }));
}

/** The number of the line that a place is in, counted from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

function attempt<T>(text: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const position = placeOf(error, text);
    throw new YamlError(lineAt(text, position), explain(error.reason, text, position));
  }
}

/** Of a map as a key, the parser knows only where the whole map begins; in a template it is what stands in braces. */
function placeOf({ reason, mark }: YAMLException, text: string): number {
  const position = mark?.position ?? 0;
  return reason.includes('complex keys') ? Math.max(position, text.indexOf('{{', position)) : position;
}

/** What people can do about what the parser says. */
const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [/^tab characters/, 'is indented with a tab: indent with spaces'],
  [/exceeded maxDepth/, tooDeep()],
  [/exceeded maxTotalMergeKeys/, 'merges too many keys: write out what the aliases stand for'],
  [
    /null byte|non-printable|valid JSON character/,
    'has a control character: remove it, or write it as an escape such as "\\u0007"',
  ],
  [
    /^unidentified alias/,
    'refers to an anchor that is not defined above it: define it, or write out what it stands for',
  ],
  [
    /complex keys/,
    'has a map or list as a key: put quotes around the key, or render the file first if it is a template',
  ],
];

function explain(reason: string, text: string, position: number): string {
  const start = text.lastIndexOf('\n', position - 1) + 1;
  const end = text.indexOf('\n', position);
  const line = text.slice(start, end < 0 ? undefined : end).slice(0, 2000);
  if (line.includes('{{')) return 'is a template and no YAML yet: render it first, as with helm template';
  if (reason === 'duplicated mapping key') {
    const key = /^["']?([^"':,{}]{1,60})/.exec(text.slice(position, position + 62))?.[1]?.trim() ?? '';
    return `the key '${key}' is there twice: remove one of the two`;
  }
  const remedy = REMEDIES.find(([pattern]) => pattern.test(reason))?.[1];
  return remedy ?? `is no valid YAML (${reason.slice(0, 200)}): correct this line or the one before`;
}
