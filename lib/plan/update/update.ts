import { valueAt } from '../../manifest/fields';
import type { KubernetesObject } from '../../manifest/kubernetes-object';
import { schemaOf } from '../../manifest/schema/schema-of';
import type { Type } from '../../manifest/schema/types';
import { isAtLeast } from '../../manifest/version';
import type { Circumstances, Objection } from '../prediction';
import { changedPaths, pathOf, typeInside } from './changed-paths';

/** What the API server says of a field that must stay as it is. */
export const IMMUTABLE = 'field is immutable';

/**
 * A change of one object as the validation of the API server sees it: both sides with defaults, the new one merged and
 * prepared. It collects what is said against the change.
 */
export class Update {
  /** Why the API server refuses the change. */
  readonly objections: Objection[] = [];
  /** What the cluster's state decides, each in words: `whether StorageClass fast allows expansion`. */
  readonly doubts: string[] = [];

  constructor(
    readonly before: KubernetesObject,
    readonly after: KubernetesObject,
    readonly circumstances: Circumstances,
    /** The new manifest as it is written; of `after` the API server has dropped what is empty. */
    readonly manifest: KubernetesObject,
  ) {}

  /** A value before the change. */
  old(...fields: readonly string[]): unknown {
    return valueAt(this.before, fields);
  }

  /** A value after the change. */
  new(...fields: readonly string[]): unknown {
    return valueAt(this.after, fields);
  }

  /** Whether the cluster has a version of Kubernetes or a newer one. */
  isAtLeast(version: string): boolean {
    return isAtLeast(this.circumstances.kubernetes, version);
  }

  /** Whether a field differs for the API server. */
  changes(...fields: readonly string[]): boolean {
    return this.differences(this.old(...fields), this.new(...fields), ...fields).length > 0;
  }

  /** The places at which two values of a field differ for the API server. */
  differences(before: unknown, after: unknown, ...fields: readonly string[]): readonly string[] {
    const schema = schemaOf(this.circumstances.kubernetes);
    const found = changedPaths(before, after, this.typeOf(fields), schema);
    return found.map((steps) => pathOf([...fields, ...steps]));
  }

  /** Says that the API server refuses the change at a place. */
  refuse(path: string, message: string = IMMUTABLE): void {
    this.objections.push({ path, message, update: true });
  }

  /** Says that the state of the cluster decides. */
  doubt(words: string): void {
    this.doubts.push(words);
  }

  private typeOf(fields: readonly string[]): Type | undefined {
    const schema = schemaOf(this.circumstances.kubernetes);
    const kind = schema.kind(this.after.apiVersion, this.after.kind);
    const root: Type | undefined = kind && { is: 'object', name: kind.type.name };
    return fields.reduce<Type | undefined>((type, field) => typeInside(type, field, schema), root);
  }
}

/** Says what the API server has against a change of an object of one kind. */
export type UpdateCheck = (update: Update) => void;
