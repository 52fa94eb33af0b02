import { validateCustom } from '../../manifest/custom/validate-custom';
import type { KubernetesObject } from '../../manifest/kubernetes-object';
import type { StructureRule } from '../../manifest/validation/field';
import { type Problem, problemsOf } from '../../manifest/validation/problems';
import type { Circumstances, Objection } from '../prediction';
import { storedForm } from '../stored-form';
import { customSchema } from './custom';
import { isUnjudged } from './unjudged';

/** What kubectl says of an object that is to be named by the API server. */
const UNNAMED: Objection = { path: 'metadata.name', message: 'cannot use generate name with apply', update: false };

/** What strict validation says of a manifest before anything is merged. */
const STRICT: ReadonlySet<StructureRule> = new Set(['served-api-version', 'valid-schema', 'valid-quantities']);

/** What the gate minds and the API server does not: it warns, or drops what it does not know. */
const ACCEPTED: ReadonlySet<StructureRule> = new Set(['available-features', 'no-deprecated-api', 'no-duplicate-ports']);

/** Lists in which the API server itself allows two items of the same name: only server-side apply does not. */
const TWINS = /\.(env|envFrom|imagePullSecrets|hostAliases|secrets|ownerReferences)\[[^\]]*\]$/;

/**
 * Why the API server refuses an object by itself: the manifest as it is sent, or what it becomes once it is merged into
 * what the cluster has.
 */
export function invalidity(
  manifest: KubernetesObject,
  stored: KubernetesObject,
  circumstances: Circumstances,
): readonly Objection[] {
  const { kubernetes } = circumstances;
  const own = problemsOf(manifest, kubernetes).filter((problem) => !isUnjudged(manifest, problem, kubernetes));
  const sent = own.filter(({ rule }) => STRICT.has(rule));
  const result = problemsOf(stored, kubernetes).filter(
    (problem) => !isAccepted(problem) && !isUnjudged(stored, problem, kubernetes),
  );
  const problems = [...sent, ...result, ...customProblems(stored, circumstances)];
  if (!manifest.metadata.name) return [UNNAMED];
  if (problems.length === 0) return [];
  const places = placesOf([...own, ...customProblems(manifest, circumstances)], manifest, circumstances);
  const found = new Map<string, Objection>();
  for (const { path, message } of problems) {
    found.set(`${path} ${message}`, { path, message, update: !places.has(path) });
  }
  return [...found.values()];
}

/** Where a new object would be refused, too: an empty list, say, is none once it is stored. */
function placesOf(
  own: readonly Pick<Problem, 'path'>[],
  manifest: KubernetesObject,
  circumstances: Circumstances,
): ReadonlySet<string> {
  const created = problemsOf(storedForm(manifest, circumstances), circumstances.kubernetes);
  return new Set([...own, ...created].map(({ path }) => path));
}

function isAccepted({ rule, path }: Problem): boolean {
  return ACCEPTED.has(rule) || (rule === 'no-duplicates' && TWINS.test(path));
}

function customProblems(
  object: KubernetesObject,
  { definitions = [] }: Circumstances,
): readonly Pick<Objection, 'path' | 'message'>[] {
  const schema = customSchema(object, definitions);
  return schema ? validateCustom(object, schema) : [];
}
