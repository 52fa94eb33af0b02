import { Construct, type IConstruct } from 'constructs';
import { InputError } from '../synth/input-error';
import type { Environment } from './environment';
import { environmentProblems } from './environment-problems';
import { addProblem } from './problem';
import { quoted } from './quoted';

/**
 * Makes sure that there is an environment.
 *
 * @param who whom the message is about
 * @throws if there is none: without it there is no tree in which a mistake could be reported
 */
export function requireEnvironment(who: string, environment: Environment | undefined): void {
  if (typeof environment !== 'object' || environment === null) {
    throw new InputError(
      `${who}: environment is ${quoted(environment)}: give one, such as { name: 'prod', kubernetes: '1.33' }`,
    );
  }
  if (typeof environment.name === 'string' && environment.name !== '') return;
  throw new InputError(`${who}: environment.name is ${quoted(environment.name)}: give it a name, such as 'prod'`);
}

/** The part of a program that is rendered for one environment: the scope of its applications and charts. */
export class EnvironmentScope extends Construct {
  /** The environment that a construct is rendered for. */
  public static of(construct: IConstruct): Environment {
    const scope = construct.node.scopes.find((ancestor) => ancestor instanceof EnvironmentScope);
    if (!scope) {
      throw new Error(
        `${construct.node.id}: is in no environment: create it in an Application, or in program.environment(…)`,
      );
    }
    return scope.environment;
  }

  public readonly environment: Environment;

  constructor(scope: Construct, environment: Environment) {
    super(scope, environment.name);
    this.environment = environment;
    for (const problem of environmentProblems(environment)) addProblem(this, problem);
  }
}
