import type { NamedPort } from '../containers/ports';
import type { Scale } from './scale';

/** What a kind of workload decides. */
export interface WorkloadRole {
  readonly kind: 'Deployment' | 'StatefulSet';
  readonly ports: readonly NamedPort[];
  /** Whether a Service sends it traffic. */
  readonly serves: boolean;
  /** Whether other replicas take over its traffic when it stops. */
  readonly drains: boolean;
  readonly scale: Scale;
  /** Pods beyond the scale while an update rolls out. */
  readonly surge: number;
}
