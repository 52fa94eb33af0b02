import type { Action, PlannedChange } from '../plan';
import type { Objection } from '../prediction';
import type { Change, Whole } from '../rule';
import { applyCommand, objectWords, word } from './common/commands';
import { refusal } from './common/refusal';

interface Clash {
  readonly pattern: RegExp;
  /** Whether the manifest itself can be wrong in this way; that is another rule's matter. @default false */
  readonly ofMergeOnly?: boolean;
  readonly remedy: string;
  /** What to patch before. @default - nothing */
  readonly patch?: unknown;
}

/** What each merge makes of manifests that are right by themselves, by path and message. */
const CLASHES: readonly Clash[] = [
  {
    pattern: /^spec\.strategy\.rollingUpdate\b/,
    ofMergeOnly: true,
    remedy:
      'let a patch take the old rollingUpdate away first, which the server filled in and apply leaves alone; client-side apply needs no such thing',
    patch: { spec: { strategy: { type: 'Recreate', rollingUpdate: null } } },
  },
  {
    pattern: /^metadata\.annotations.*too long/i,
    remedy: 'apply with --server-side, which keeps no copy in an annotation; or split the object',
  },
  {
    pattern: /duplicate entries for key/,
    remedy:
      'leave one of the two: client-side apply drops the other in an update, or stores both in a new object, without a word',
  },
  {
    pattern: /^spec\.ports\b.*required/i,
    ofMergeOnly: true,
    remedy: 'apply with --server-side: client-side apply takes ports of the same number for one',
  },
];

/** What only the way of applying is to blame for: fields of the old object that stay, and items of lists that are taken for one. */
export const mergeIsRejected = refusal(
  {
    id: 'merge-is-rejected',
    what: 'The API server refuses what kubectl makes of the old object and the new manifest.',
    why: 'Apply merges: what the server filled in stays, and items of a list are told apart by other fields than people think.',
    link: 'https://kubernetes.io/docs/reference/using-api/server-side-apply/',
    concerns: (_change, objection) => clashOf(objection) !== undefined,
  },
  (change, objections, whole) =>
    objections.map((objection) => ({
      severity: 'error',
      path: objection.path,
      message: `${objection.path}: ${objection.message}${waysOf(change.byMode)}`,
      remedy: clashOf(objection)!.remedy,
      commands: commandsFor(change, clashOf(objection)!, whole),
    })),
);

function commandsFor(change: Change, { patch }: Clash, whole: Whole): readonly string[] | undefined {
  if (patch === undefined) return undefined;
  const options = `--type=merge -p ${word(JSON.stringify(patch))}`;
  return [`kubectl patch ${objectWords(change.id)} ${options}`, applyCommand(change, whole)];
}

function clashOf({ path, message, update }: Objection): Clash | undefined {
  return CLASHES.find(({ pattern, ofMergeOnly }) => pattern.test(`${path} ${message}`) && (update || !ofMergeOnly));
}

const REFUSED: ReadonlySet<Action> = new Set(['replace', 'invalid']);

function waysOf(byMode: PlannedChange['byMode']): string {
  if (byMode === undefined) return '';
  const [client, server] = [REFUSED.has(byMode.client), REFUSED.has(byMode.server)];
  if (client === server) return '';
  return server ? ' (with --server-side only)' : ' (without --server-side only)';
}
