import type { Rule } from '../policy/rule';

/** What a command prints, and how it ends. */
export interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a command depends on beside its words. */
export interface Surroundings {
  /** Such as `2026-11-22`. */
  readonly today: string;
  /** Whether the output is for a terminal that shows colors. */
  readonly colored: boolean;
  /** Whether it can show more than ASCII. @default true */
  readonly unicode?: boolean;
  /** Columns of the terminal. @default 120 */
  readonly width?: number;
  /** The folder that it runs in, of which other programs know. @default - paths are told as they were given */
  readonly folder?: string;
  /** @default - every rule of the gate */
  readonly rules?: readonly Rule[];
}
