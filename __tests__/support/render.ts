import { stringify } from 'yaml';
import { Application, type Environment, type KubernetesObject, Program, SynthesisError } from '../../lib';

/** The environment of a test that says nothing else. */
export const PROD: Environment = { name: 'prod', kubernetes: '1.33' };

/** The same, but the gate lets pass what is not safe: for what cdk8s-plus renders, and for what has to be privileged. */
export const LAX: Environment = { ...PROD, preset: 'development', podSecurity: 'privileged' };

/** What a program rendered, as tests ask for it. */
export interface Rendered {
  /** Everything, in the order of the file. */
  readonly objects: readonly KubernetesObject[];
  /** The file. */
  readonly text: string;
  /** The one object of a kind, or the one with this name. */
  get(kind: string, name?: string): KubernetesObject;
  /** The same as YAML. */
  yaml(kind: string, name?: string): string;
  /** `Kind/name` of every object. */
  readonly ids: readonly string[];
}

/** Renders an application named `shop` that is filled by a function. */
export function render(fill: (shop: Application) => void, environment: Environment = PROD): Rendered {
  const program = new Program();
  fill(new Application(program, 'shop', environment));
  return rendered(program);
}

/** What a program with one application rendered. */
export function rendered(program: Program): Rendered {
  const [file] = program.render().files;
  const objects = file!.resources.map(({ object }) => object);
  const get = (kind: string, name?: string): KubernetesObject => {
    const found = objects.filter(
      (object) => object.kind === kind && (name === undefined || object.metadata.name === name),
    );
    if (found.length !== 1) {
      const all = objects.map((object) => `${object.kind}/${object.metadata.name}`).join(', ');
      throw new Error(`${found.length} objects are ${kind} ${name ?? ''}; there are ${all}`);
    }
    return found[0]!;
  };
  return {
    objects,
    text: file!.text,
    get,
    yaml: (kind, name) => stringify(get(kind, name), { lineWidth: 0 }),
    ids: objects.map((object) => `${object.kind}/${object.metadata.name}`),
  };
}

/** The mistakes that rendering reports, without the environment before them. */
export function mistakes(fill: (shop: Application) => void, environment: Environment = PROD): readonly string[] {
  const error = failure(() => render(fill, environment));
  return error instanceof SynthesisError ? error.mistakes.map(({ message }) => message) : [String(error)];
}

/** What a function throws. */
export function failure(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('nothing failed');
}
