import { textAt } from '../fields';
import { describePath } from '../schema/path';
import { schemaOf } from '../schema/schema-of';
import type { KindSchema, Schema } from '../schema/types';
import { validate } from '../schema/validate';
import type { About } from './check';
import { Field, type Refusal, type StructureRule } from './field';
import { checkIdentity, checkMetadata } from './metadata';
import { deprecation, unserved } from './served';

/** Something in an object that the API server refuses, drops or warns of. */
export interface Problem {
  readonly rule: StructureRule;
  readonly message: string;
  /** Such as `spec.template.spec.containers[web].image`; empty for the object itself. */
  readonly path: string;
}

/** What is wrong with one object by itself on a cluster of a version, such as `1.33`. */
export function problemsOf(object: unknown, version: string): readonly Problem[] {
  const refusals: Refusal[] = [];
  const root = Field.root(object, refusals);
  const about = { version, apiVersion: textAt(object, 'apiVersion') ?? '', kind: textAt(object, 'kind') ?? '' };
  const schema = schemaOf(version);
  const kind = schema.kind(about.apiVersion, about.kind);
  checkServed(root, about, kind);
  checkContent(root, about, schema, kind);
  checkIdentity(root.get('metadata'), about);
  const type = kind && ({ is: 'object', name: kind.type.name } as const);
  return refusals.map(({ rule, message, steps }) => ({
    rule,
    message,
    path: describePath(object, steps, schema, type),
  }));
}

function checkServed(root: Field, { apiVersion, kind, version }: About, known: KindSchema | undefined): void {
  if (apiVersion === '') root.get('apiVersion').refuse('served-api-version', 'is required');
  if (kind === '') root.get('kind').refuse('served-api-version', 'is required');
  if (apiVersion === '' || kind === '') return;
  const why = known ? undefined : unserved(apiVersion, kind, version);
  if (why !== undefined) return root.get('apiVersion').refuse('served-api-version', why);
  const old = deprecation(apiVersion, kind, version);
  if (old !== undefined) root.get('apiVersion').refuse('no-deprecated-api', old);
}

/** Of a kind that is not Kubernetes' own only the metadata is known. */
function checkContent(root: Field, about: About, schema: Schema, kind: KindSchema | undefined): void {
  if (kind) return validate(root, kind.type, schema, about);
  checkMetadata(root.get('metadata'));
}
