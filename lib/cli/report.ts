import type { Finding } from '../manifest/finding';
import { lineOf } from '../manifest/source-file';
import type { JudgedEnvironment } from './judge-manifests';

/** What a run of `slipway check` tells. */
export interface Report {
  readonly environments: readonly JudgedEnvironment[];
  /** Files of the given folders that have no Kubernetes objects. */
  readonly leftOut: readonly string[];
}

/** The numbers of a report. */
export interface Summary {
  readonly files: number;
  readonly objects: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly acknowledged: number;
}

/** Counts a report. */
export function summarize({ environments }: Report): Summary {
  const findings = environments.flatMap((environment) => environment.findings);
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  return {
    files: environments.flatMap(({ files }) => files).length,
    objects: environments.reduce((sum, { objects }) => sum + objects, 0),
    errors: count('error'),
    warnings: count('warning'),
    notes: count('note'),
    acknowledged: environments.flatMap(({ acknowledged }) => acknowledged).length,
  };
}

/** The file of a finding, and the line of the field that it is about. */
export function placeOf({ origin, path }: Finding): { readonly file: string; readonly line?: number } {
  return 'file' in origin ? { file: origin.file, line: lineOf(origin, path) } : { file: origin.constructPath };
}
