import type { IConfigMap } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { Application } from '../application/application';
import { freeId } from '../application/free-id';
import { labelProblem, subdomainProblem, toDistinctLabel } from '../application/names';
import { foreignProblem } from '../application/foreign';
import { addExternal } from '../application/external';
import { addProblem } from '../application/problem';
import { type Names, unknownNames } from '../application/unknown-names';
import type { Volume, VolumeSource } from '../storage/volume';
import { PlainApiObject } from '../synth/plain-api-object';
import { collectConfig, type ConfigContent, type ConfigData, digest } from './config-data';
import type { EnvSource } from './env-source';

/** A ConfigMap as workloads use it: as variables, or as files. */
export interface ConfigReference<Key extends string = string> extends Volume {
  /** The ConfigMap's name. */
  readonly name: string;
  /** Its keys. @default - not known: somebody else decides them */
  readonly keys?: readonly string[];
  /** One value, for an environment variable. */
  key(key: Key): EnvSource;
}

/** What a config holds, and how a change of it reaches the pods. */
export interface ConfigProps<Key extends string = string> extends ConfigContent<Key> {
  /**
   * `name`: the name ends with a digest of the content and the map is immutable, so a change rolls exactly the workloads
   * that use it, and a rollback finds the old map. `checksum`: the name is stable, and an annotation rolls the pods.
   *
   * @default - 'name'
   */
  readonly rollout?: 'name' | 'checksum';
  /** The id of the workload that the config belongs to; it shows in the labels. @default - the config's own id */
  readonly workload?: string;
}

const NAMES: Names<ConfigProps> = {
  data: true,
  files: true,
  folder: true,
  binary: true,
  rollout: true,
  workload: true,
};

/**
 * What an application knows and may be read by anybody, as a ConfigMap. Nothing secret belongs here.
 * https://kubernetes.io/docs/concepts/configuration/configmap/
 */
export class Config<const Key extends string = string> extends Construct implements ConfigReference<Key> {
  /** A ConfigMap that exists already, by name, or one of cdk8s-plus. */
  public static fromExisting(configMap: string | IConfigMap): ConfigReference {
    const name = typeof configMap === 'string' ? configMap : configMap.name;
    return new ExistingConfig(name, toDistinctLabel(name));
  }

  public readonly name: string;
  public readonly keys: readonly string[];
  public readonly volumeName: string;
  public readonly volumeSource: VolumeSource;
  public readonly readOnly = true;
  public readonly podAnnotations?: Readonly<Record<string, string>>;

  /** @param id the beginning of the ConfigMap's name, and the name of its volume */
  constructor(scope: Construct, id: string, given: ConfigProps<Key>) {
    super(scope, freeId(scope, id));
    const props = given ?? {};
    const application = Application.of(this);
    const content = collectConfig(props, (problem) => addProblem(this, problem));
    this.keys = Object.keys({ ...content.data, ...content.binaryData });
    const checksum = props.rollout === 'checksum';
    this.name = application.objectName(checksum ? id : `${id}-${digest(content)}`);
    this.volumeName = id;
    this.volumeSource = { configMap: { name: this.name } };
    this.podAnnotations = checksum ? { [`slipway.dev/checksum-${id}`]: digest(content) } : undefined;
    // a volume's name has at most 63 characters, and so has the part of an annotation's name behind the slash
    const problem = labelProblem('id', id, checksum ? 54 : 63);
    if (problem) addProblem(this, problem);
    for (const unknown of unknownNames('Config', given, NAMES)) addProblem(this, unknown);
    if (!checksum && !['name', undefined].includes(props.rollout)) {
      addProblem(this, `rollout is '${String(props.rollout)}': use 'name' or 'checksum'`);
    }
    this.addConfigMap(content, application.objectLabels(props.workload ?? id), checksum);
  }

  public key(key: Key): EnvSource {
    return configKey(this, key);
  }

  private addConfigMap(content: ConfigData, labels: Readonly<Record<string, string>>, checksum: boolean): void {
    const metadata = { name: this.name, labels };
    const immutable = checksum ? undefined : true;
    new PlainApiObject(this, 'config-map', { apiVersion: 'v1', kind: 'ConfigMap', metadata }, () => ({
      immutable,
      ...content,
    }));
  }
}

/** Whether what a workload is given is a config, and no values. */
export function isConfig(config: unknown): config is ConfigReference {
  return typeof config === 'object' && config !== null && 'volumeSource' in config;
}

class ExistingConfig implements ConfigReference {
  public readonly readOnly = true;
  public readonly volumeSource: VolumeSource;
  public readonly problems: readonly string[];
  public readonly external: { readonly kind: string; readonly name: string };

  constructor(
    public readonly name: string,
    public readonly volumeName: string,
  ) {
    const problem = subdomainProblem('the ConfigMap name', name);
    this.problems = problem ? [problem] : [];
    this.volumeSource = { configMap: { name } };
    this.external = { kind: 'ConfigMap', name };
  }

  public key(key: string): EnvSource {
    return configKey(this, key);
  }
}

function configKey(config: ConfigReference, key: string): EnvSource {
  return {
    bindEnv: (container) => {
      const problem = foreignProblem(`config '${config.name}'`, config, container.construct);
      if (problem) addProblem(container.construct, problem);
      if (config.external) addExternal(container.construct, config.external);
      if (config.podAnnotations) container.annotatePod(config.podAnnotations);
      return { valueFrom: { configMapKeyRef: { name: config.name, key } } };
    },
  };
}
