import { type Resource, resourceId } from '../../manifest/resource';
import type { Assumptions } from '../../plan/options';
import { UsageError } from '../usage-error';

const ANSWERS: Readonly<Record<string, boolean>> = { '': true, true: true, yes: true, false: false, no: false };

/**
 * Understands what was said with `--assume`, all of it at once.
 *
 * @throws UsageError for what is no answer, and for two answers of which one would be forgotten
 */
export function assumptionsOf(words: readonly string[]): Assumptions {
  const answers = words.map(answerOf);
  const clash = answers.flatMap((one, index) => {
    const first = answers.slice(0, index).find((other) => other.what === one.what && other.answer !== one.answer);
    return first ? [[first.word, one.word] as const] : [];
  })[0];
  if (clash) {
    throw new UsageError(`--assume is '${clash[0]}' and '${clash[1]}', which contradict each other: leave one out`);
  }
  const said = (what: What) => answers.find((each) => each.what === what)?.answer;
  const claims = answers.flatMap((each) => each.claims);
  return {
    claimsBound: claims.length > 0 ? claims : said('pvc-bound'),
    volumeExpansion: said('volume-expansion'),
    jobsStarted: said('job-started'),
  };
}

type What = 'pvc-bound' | 'volume-expansion' | 'job-started';

/** One answer as it was written. */
interface Answer {
  readonly word: string;
  readonly what: What;
  /** `undefined` for one that names claims. */
  readonly answer: boolean | undefined;
  readonly claims: readonly string[];
}

function answerOf(word: string): Answer {
  const [what = '', value = ''] = word.split(/=(.*)/s);
  const answer = Object.hasOwn(ANSWERS, value) ? ANSWERS[value] : undefined;
  if (what === 'pvc-bound') return { word, what, answer, claims: answer === undefined ? value.split(',') : [] };
  if (answer !== undefined && (what === 'volume-expansion' || what === 'job-started')) {
    return { word, what, answer, claims: [] };
  }
  throw new UsageError(
    `--assume is '${word}': use pvc-bound=true, pvc-bound=false, pvc-bound=<claim>,<namespace>/<claim>, ` +
      'volume-expansion=true, volume-expansion=false, job-started=true or job-started=false',
  );
}

/**
 * Stops at a claim that is said to be bound and that no manifest has: it was meant to be another.
 *
 * @param resources those of both sides
 * @param labels what people call the sides
 */
export function refuseUnknownClaims(
  { claimsBound }: Assumptions,
  resources: readonly Resource[],
  labels: readonly [before: string, after: string],
): void {
  if (typeof claimsBound !== 'object') return;
  const claims = resources
    .map(({ object }) => resourceId(object))
    .filter(({ kind }) => kind === 'PersistentVolumeClaim');
  const names = claims.map(({ namespace, name }) => `${namespace || 'default'}/${name}`);
  const known = new Set([...names, ...claims.map(({ name }) => name)]);
  const unknown = claimsBound.filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  const remedy = names.length > 0 ? `the claims are ${[...new Set(names)].join(', ')}` : 'leave it out';
  throw new UsageError(
    `--assume is 'pvc-bound=${claimsBound.join(',')}', but there is no claim ${unknown.join(', ')} in ${labels.join(' or ')}: ${remedy}`,
  );
}
