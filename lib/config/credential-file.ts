import { toDistinctLabel } from '../application/names';
import type { Volume, VolumeSource } from '../storage/volume';
import type { EnvVar } from '../synth/kubernetes';
import type { EnvHost, EnvSource } from './env-source';

/** The keys that each container takes as files, by Secret: a container sees those that it takes and no other. */
const taken = new WeakMap<EnvHost, Map<string, Set<string>>>();

/** A credential as a file below `/etc/credentials`; the variable holds its path. */
export class CredentialFile implements EnvSource {
  constructor(
    private readonly secret: string,
    private readonly key: string,
  ) {}

  public bindEnv(container: EnvHost): Omit<EnvVar, 'name'> {
    const folder = `/etc/credentials/${this.secret}`;
    const secrets = taken.get(container) ?? new Map<string, Set<string>>();
    taken.set(container, secrets);
    const keys = secrets.get(this.secret);
    if (keys) keys.add(this.key);
    else {
      const first = new Set([this.key]);
      secrets.set(this.secret, first);
      container.mount(folder, new CredentialFiles(`${this.secret}-${container.name}`, this.secret, first));
    }
    return { value: `${folder}/${this.key}` };
  }
}

/** Some keys of a Secret as files. */
class CredentialFiles implements Volume {
  public readonly volumeName: string;
  public readonly readOnly = true;

  constructor(
    name: string,
    private readonly secretName: string,
    private readonly keys: ReadonlySet<string>,
  ) {
    this.volumeName = toDistinctLabel(name);
  }

  public get volumeSource(): VolumeSource {
    return { secret: { secretName: this.secretName, items: [...this.keys].map((key) => ({ key, path: key })) } };
  }
}
