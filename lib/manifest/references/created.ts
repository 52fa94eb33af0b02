import { fieldAt, mapsAt, textAt, textsAt, valueAt } from '../fields';
import { isMap } from '../pods';
import type { Resource } from '../resource';
import { annotationsOf } from './annotation-references';
import { ByKind } from './by-kind';
import { nameOf, namespaceOf } from './reference';

/** An object that a controller creates from another. */
export interface Created {
  readonly group: string;
  readonly kind: string;
  /** Empty where it may be any. */
  readonly namespace: string;
  readonly name: string;
  /** The keys of a ConfigMap or Secret. `undefined` where they are not known. */
  keys(): ReadonlySet<string> | undefined;
}

/** What controllers create from an object. */
export function createdFrom(resource: Resource): readonly Created[] {
  const create = CREATED.of(resource.object);
  return create ? create(resource).filter(({ name }) => name !== '') : NONE;
}

const NONE: readonly never[] = [];

function created(kind: string, namespace: string, name: unknown, keys?: readonly string[]): Created {
  const known = keys && new Set(keys);
  return { group: '', kind, namespace, name: typeof name === 'string' ? name : '', keys: () => known };
}

/** What the controllers of well-known kinds create. */
const CREATED = new ByKind<(resource: Resource) => readonly Created[]>([
  ['bitnami.com/SealedSecret', sealedSecret],
  ['external-secrets.io/ExternalSecret', externalSecret],
  ['external-secrets.io/ClusterExternalSecret', clusterExternalSecret],
  ['cert-manager.io/Certificate', (resource) => secretNamed(resource, 'spec', 'secretName')],
  ['networking.k8s.io/Ingress', ingressCertificates],
  ['gateway.networking.k8s.io/Gateway', gatewayCertificates],
  ['gateway.networking.k8s.io/ListenerSet', gatewayCertificates],
  ['onepassword.com/OnePasswordItem', (resource) => secretNamed(resource, 'metadata', 'name')],
  ['secrets.hashicorp.com/VaultStaticSecret', (resource) => secretNamed(resource, 'spec', 'destination', 'name')],
  ['secrets.hashicorp.com/VaultDynamicSecret', (resource) => secretNamed(resource, 'spec', 'destination', 'name')],
  ['secrets.hashicorp.com/VaultPKISecret', (resource) => secretNamed(resource, 'spec', 'destination', 'name')],
  ['trust.cert-manager.io/Bundle', (bundle) => [created('ConfigMap', '', nameOf(bundle))]],
  ['secrets-store.csi.x-k8s.io/SecretProviderClass', providedSecrets],
  ['apps/StatefulSet', claims],
  ['batch/Job', webhookCertificate],
]);

function secretNamed(resource: Resource, ...path: readonly string[]): readonly Created[] {
  return [created('Secret', namespaceOf(resource), valueAt(resource.object, path))];
}

function sealedSecret(resource: Resource): readonly Created[] {
  const { object } = resource;
  const name = textAt(object, 'spec', 'template', 'metadata', 'name') ?? nameOf(resource);
  const keys = [fieldAt(object, 'spec', 'encryptedData'), fieldAt(object, 'spec', 'template', 'data')]
    .filter(isMap)
    .flatMap((values) => Object.keys(values));
  return [created('Secret', namespaceOf(resource), name, keys.length > 0 ? keys : undefined)];
}

/** The keys are known where each is fetched by itself, and no template writes others. */
function externalSecret(resource: Resource): readonly Created[] {
  const spec = fieldAt(resource.object, 'spec');
  const keys = mapsAt(spec, 'data').flatMap(({ secretKey }) => (typeof secretKey === 'string' ? [secretKey] : []));
  const whole = fieldAt(spec, 'dataFrom') === undefined && fieldAt(spec, 'target', 'template') === undefined;
  const name = textAt(spec, 'target', 'name') ?? nameOf(resource);
  return [created('Secret', namespaceOf(resource), name, whole && keys.length > 0 ? keys : undefined)];
}

function clusterExternalSecret(resource: Resource): readonly Created[] {
  const spec = fieldAt(resource.object, 'spec');
  const name =
    textAt(spec, 'externalSecretSpec', 'target', 'name') ?? textAt(spec, 'externalSecretName') ?? nameOf(resource);
  return [created('Secret', '', name)];
}

/** cert-manager creates the Secrets of an Ingress, a Gateway or a ListenerSet that names an issuer. */
function hasIssuer(resource: Resource): boolean {
  return Object.keys(annotationsOf(resource)).some((key) =>
    /^(cert-manager\.io\/(cluster-)?issuer|kubernetes\.io\/tls-acme|.*\/managed-certificates)$/.test(key),
  );
}

function ingressCertificates(resource: Resource): readonly Created[] {
  if (!hasIssuer(resource)) return [];
  const names = mapsAt(resource.object, 'spec', 'tls').map(({ secretName }) => secretName);
  return names.map((name) => created('Secret', namespaceOf(resource), name));
}

function gatewayCertificates(resource: Resource): readonly Created[] {
  if (!hasIssuer(resource)) return [];
  return mapsAt(resource.object, 'spec', 'listeners')
    .flatMap((listener) => mapsAt(listener, 'tls', 'certificateRefs'))
    .map(({ namespace, name }) =>
      created('Secret', typeof namespace === 'string' ? namespace : namespaceOf(resource), name),
    );
}

function providedSecrets(resource: Resource): readonly Created[] {
  return mapsAt(resource.object, 'spec', 'secretObjects').map((secret) => {
    const keys = mapsAt(secret, 'data').flatMap(({ key }) => (typeof key === 'string' ? [key] : []));
    return created('Secret', namespaceOf(resource), secret.secretName, keys.length > 0 ? keys : undefined);
  });
}

/** The certificate of a webhook, which charts have a Job create. */
function webhookCertificate(job: Resource): readonly Created[] {
  const words = mapsAt(job.object, 'spec', 'template', 'spec', 'containers')
    .filter((container) => textAt(container, 'image')?.includes('webhook-certgen'))
    .flatMap((container) => textsAt(container, 'args'));
  const [, name] = words.map((word) => /^--secret-name=(.+)$/.exec(word)).find((found) => found !== null) ?? [];
  return [created('Secret', namespaceOf(job), name)];
}

/** A claim for each pod; `*` stands for its number. */
function claims(resource: Resource): readonly Created[] {
  return mapsAt(resource.object, 'spec', 'volumeClaimTemplates').map((claim) => {
    const name = `${textAt(claim, 'metadata', 'name') ?? ''}-${nameOf(resource)}-*`;
    return created('PersistentVolumeClaim', namespaceOf(resource), name);
  });
}
