import type { ISecret } from 'cdk8s-plus-28';
import type { Construct, IConstruct } from 'constructs';
import { Application } from '../application/application';
import type { Environment } from '../application/environment';
import { addExternal } from '../application/external';
import { addInstruction } from '../application/instruction';
import { subdomainProblem, toDistinctLabel } from '../application/names';
import { addProblem } from '../application/problem';
import type { Volume, VolumeSource } from '../storage/volume';
import { createSecretCommand } from './create-secret-command';
import { CredentialFile } from './credential-file';
import type { EnvSource } from './env-source';

/** One value of a Secret, for an environment variable. */
export interface CredentialKey extends EnvSource {
  /** The Secret's name. */
  readonly secret: string;
  readonly key: string;
  /** The same value as a file of its own: the variable then holds the file's path, as `*_FILE` variables want. */
  readonly file: EnvSource;
}

/** The keys of each Secret that is declared in an environment, by namespace and name. */
const declared = new WeakMap<IConstruct, Map<string, Set<string>>>();

/**
 * Where secret values come from, and which there are. No value passes through the program: it knows names alone.
 * https://kubernetes.io/docs/concepts/configuration/secret/
 */
export class Credentials<const Key extends string> implements Volume {
  /**
   * A Secret that somebody creates in the cluster. The command for that is printed when the program is rendered.
   *
   * @param scope the application, or a construct in it
   * @param secret the Secret's name, or a Secret of cdk8s-plus
   * @param keys every key of it that the application uses
   */
  public static fromExistingSecret<const Key extends string>(
    scope: Construct,
    secret: string | ISecret,
    keys: readonly Key[],
  ): Credentials<Key> {
    return new Credentials(scope, typeof secret === 'string' ? secret : secret.name, keys);
  }

  /** The Secret's name. */
  public readonly name: string;
  public readonly keys: readonly Key[];
  public readonly volumeName: string;
  public readonly volumeSource: VolumeSource;
  public readonly readOnly = true;
  private readonly scope: Construct;

  private constructor(scope: Construct, name: string, keys: readonly Key[]) {
    this.scope = scope;
    this.name = name;
    this.keys = keys;
    this.volumeName = toDistinctLabel(name);
    this.volumeSource = { secret: { secretName: name, items: keys.map((key) => ({ key, path: key })) } };
    const problem = subdomainProblem('the Secret name', name);
    if (problem) addProblem(scope, problem);
    for (const each of keys) {
      if (!/^[-._a-zA-Z0-9]{1,253}$/.test(each)) {
        addProblem(
          scope,
          `Secret '${name}' has the key '${each}', which is no Secret key: use letters, digits, '-', '_' and '.'`,
        );
      }
    }
    if (keys.length === 0) addProblem(scope, `Secret '${name}' has no keys: list those that the application uses`);
    this.instruct();
  }

  /** One of the keys, as the value of an environment variable or, with `.file`, of a variable that holds a path. */
  public key(key: Key): CredentialKey {
    if (!this.keys.includes(key)) {
      addProblem(
        this.scope,
        `Secret '${this.name}' has no key '${key}': use one of ${this.keys.join(', ')}, or declare it`,
      );
    }
    const secret = this.name;
    return {
      secret,
      key,
      file: new CredentialFile(secret, key),
      bindEnv: ({ construct }) => {
        // a client in another namespace reads a Secret of the same name there
        if (Application.of(construct) !== Application.of(this.scope))
          addExternal(construct, { kind: 'Secret', name: secret, keys: [key] });
        return { valueFrom: { secretKeyRef: { name: secret, key } } };
      },
    };
  }

  /** Several parts of a namespace may use keys of one Secret; one command creates it. */
  private instruct(): void {
    const { namespace, environment, node } = Application.of(this.scope);
    const name = this.name;
    const secrets = declared.get(node.scope!) ?? new Map<string, Set<string>>();
    declared.set(node.scope!, secrets);
    const known = secrets.get(`${namespace}/${name}`);
    const keys = known ?? new Set<string>();
    for (const key of this.keys) keys.add(key);
    if (known) return;
    secrets.set(`${namespace}/${name}`, keys);
    addExternal(this.scope, {
      kind: 'Secret',
      namespace,
      name,
      get keys() {
        return [...keys];
      },
    });
    addInstruction(
      this.scope,
      {
        title: `Secret ${name} is not in the manifests: create it once, with random values (the pods wait for it)`,
        get command() {
          return createSecretCommand(name, [...keys], namespace, environment.context);
        },
      },
      () => !isExternal(environment, { name, namespace, keys }),
    );
  }
}

/** Whether the environment says that somebody else creates a Secret, with all the keys that are used. */
function isExternal(
  { external = [] }: Environment,
  secret: { readonly name: string; readonly namespace: string; readonly keys: ReadonlySet<string> },
): boolean {
  return external.some(
    ({ kind, name, namespace = secret.namespace, keys = [...secret.keys] }) =>
      kind === 'Secret' &&
      name === secret.name &&
      namespace === secret.namespace &&
      [...secret.keys].every((key) => keys.includes(key)),
  );
}
