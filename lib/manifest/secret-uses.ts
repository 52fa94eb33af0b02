import { flatMap } from './flat-map';
import { fieldAt, mapsAt, textAt } from './fields';
import type { DescribedContainer, DescribedPod } from './pods';

/** That a container reads a key of a Secret. */
export interface SecretUse {
  readonly secret: string;
  /** `undefined` for all of them. */
  readonly key: string | undefined;
  /** Where: `spec.template.spec.containers[web].env[TOKEN].valueFrom`. */
  readonly path: string;
}

/** What a container reads of Secrets, as variables and as files. */
export function secretUsesOf(pod: DescribedPod, described: DescribedContainer): readonly SecretUse[] {
  const { container, path } = described;
  const variables = flatMap(mapsAt(container, 'env'), (variable) => {
    const source = fieldAt(variable, 'valueFrom', 'secretKeyRef');
    if (source === undefined) return [];
    return use(
      textAt(source, 'name'),
      textAt(source, 'key'),
      `${path}.env[${textAt(variable, 'name') ?? ''}].valueFrom`,
    );
  });
  return [...wholeSecretsOf(described), ...variables, ...mountedSecretsOf(pod, described)];
}

/** The Secrets of which a container reads every key as a variable. */
export function wholeSecretsOf({ container, path }: DescribedContainer): readonly SecretUse[] {
  return flatMap(mapsAt(container, 'envFrom'), (source, index) =>
    use(textAt(source, 'secretRef', 'name'), undefined, `${path}.envFrom[${index}].secretRef`),
  );
}

function mountedSecretsOf(pod: DescribedPod, { container, path }: DescribedContainer): readonly SecretUse[] {
  return flatMap(mapsAt(container, 'volumeMounts'), (mount) => {
    const volume = mapsAt(pod.spec, 'volumes').find(({ name }) => name === mount.name);
    if (!volume?.secret && !volume?.projected) return [];
    const place = `${path}.volumeMounts[${textAt(mount, 'mountPath') ?? ''}]`;
    const sources = [
      ...mapsAt({ list: [volume?.secret] }, 'list').map((secret) => ({ ...secret, name: secret.secretName })),
      ...mapsAt(volume, 'projected', 'sources').flatMap((source) => mapsAt({ list: [source.secret] }, 'list')),
    ];
    return sources.flatMap((source) => {
      const keys = mapsAt(source, 'items').map((item) => textAt(item, 'key'));
      return (keys.length > 0 ? keys : [undefined]).flatMap((key) => use(textAt(source, 'name'), key, place));
    });
  });
}

function use(secret: string | undefined, key: string | undefined, path: string): readonly SecretUse[] {
  return secret === undefined ? [] : [{ secret, key, path }];
}
