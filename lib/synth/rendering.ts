import type { Finding } from '../manifest/finding';
import type { Resource } from '../manifest/resource';
import type { Target } from '../manifest/target';

/** Judges the objects of one environment. */
export type Check = (resources: readonly Resource[], target: Target) => readonly Finding[];

/** A program rendered: everything that would be written, and what was found on the way. */
export interface Rendering {
  readonly environments: readonly RenderedEnvironment[];
  readonly files: readonly RenderedManifest[];
  /** Warnings and notes; with an error there is no rendering. */
  readonly findings: readonly Finding[];
  /** Findings that somebody has acknowledged. */
  readonly acknowledged: readonly Finding[];
}

/** One file, with what is told about it. */
export interface RenderedManifest {
  /** Relative to the output folder: `prod/miniflux.k8s.yaml`. */
  readonly path: string;
  readonly text: string;
  readonly environment: string;
  readonly application: string;
  readonly resources: readonly Resource[];
}

/** What to do with the files of one environment. */
export interface RenderedEnvironment {
  readonly name: string;
  /** The kubeconfig context of its clusters. @default - the current context */
  readonly context?: string;
  /** What a person has to do once. */
  readonly instructions: readonly Instruction[];
}

/** Something that a person has to do once, because the manifests can't. */
export interface Instruction {
  /** What and why, in a few words. */
  readonly title: string;
  /** The command, for a POSIX-like shell. */
  readonly command: string;
}
