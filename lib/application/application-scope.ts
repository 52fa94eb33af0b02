import type { Construct } from 'constructs';
import { InputError } from '../synth/input-error';
import type { Environment } from './environment';
import { requireEnvironment } from './environment-scope';
import type { Program } from './program';

/**
 * The scope of an application in its environment.
 *
 * @throws if the program or the environment is none: without them there is no tree in which a mistake could be reported
 */
export function applicationScope(program: Program, id: string, environment: Environment): Construct {
  if (typeof program?.environment !== 'function') {
    throw new InputError(`${id}: is created in no Program: write new Application(new Program(), '${id}', …)`);
  }
  requireEnvironment(id, environment);
  return program.environment(environment);
}
