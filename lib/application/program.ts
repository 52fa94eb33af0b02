import { App } from 'cdk8s';
import { Construct } from 'constructs';
import type { Rule } from '../policy/rule';
import { publish } from '../synth/publish';
import type { Check, Rendering } from '../synth/rendering';
import type { Environment } from './environment';
import { EnvironmentScope, requireEnvironment } from './environment-scope';
import { addProblem } from './problem';
import { type Gate, renderProgram } from './render-program';

/** Settings of the program as a whole. */
export interface ProgramProps {
  /** The folder that is written. @default - `CDK8S_OUTDIR`, which `cdk8s synth` sets, or else 'dist' */
  readonly outdir?: string;
  /**
   * Rules of your own. They are judged with the gate's: by the environment's preset, and what breaks one can be
   * acknowledged.
   *
   * @default - none
   */
  readonly rules?: readonly Rule[];
  /** Checks of your own; they run after the rules, on the objects of one environment at a time. @default - none */
  readonly checks?: readonly Check[];
}

/**
 * The program: every application in every environment. It is a cdk8s `App`, so any cdk8s chart fits into it, and what a
 * chart renders passes the same gate.
 */
export class Program extends App {
  private readonly gate: Gate;

  constructor(props: ProgramProps = {}) {
    super({ outdir: props.outdir });
    const today = new Date().toISOString().slice(0, 10);
    this.gate = { rules: props.rules ?? [], checks: props.checks ?? [], today };
  }

  /** The scope of everything that is rendered for an environment; for charts that are no `Application`. */
  public environment(environment: Environment): Construct {
    requireEnvironment('program', environment);
    const existing = this.node.tryFindChild(environment.name);
    if (!existing) return new EnvironmentScope(this, environment);
    if (existing instanceof EnvironmentScope && existing.environment !== environment) {
      addProblem(existing, `two environments have the name '${environment.name}': use one object, or two names`);
    }
    return existing as Construct;
  }

  /**
   * Renders every file in memory and judges it; nothing is written.
   *
   * @throws SynthesisError with all mistakes at once, or else with all findings of error level
   */
  public render(): Rendering {
    return renderProgram(this, this.gate);
  }

  /**
   * Renders the program and writes what has changed. On a mistake or a finding of error level it says what and why,
   * leaves the folder as it was and ends the process with exit code 1 or 2.
   */
  public override synth(): void {
    publish(this.outdir, () => this.render());
  }
}
