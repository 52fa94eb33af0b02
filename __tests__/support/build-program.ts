import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import {
  Application,
  Claim,
  ClaimTemplate,
  Config,
  type ConnectionTarget,
  ContainerSidecar,
  Credentials,
  EmptyDir,
  Internet,
  Outside,
  Postgres,
  Program,
  StatefulService,
  type Volume,
  WebService,
  Worker,
  type Workload,
} from '../../lib';
import type {
  MountDescription,
  OutsideDescription,
  ProgramDescription,
  WorkloadDescription,
} from './program-description';

/** How a description is built where that must not matter. */
export interface Arrangement {
  /** The ids of the plain constructs around a workload, by its place. @default - none */
  readonly scopes?: readonly (readonly string[])[];
  /** The places of workloads in the order of their declaration. @default - as described */
  readonly order?: readonly number[];
}

const KEYS = ['ALPHA', 'BETA', 'GAMMA'] as const;
type Secret = Credentials<(typeof KEYS)[number]>;

/** Makes constructs of a description. */
export function buildProgram(description: ProgramDescription, { scopes = [], order }: Arrangement = {}): Program {
  const { environment, workloads, connections } = description;
  const { id, labels, sharedNamespace } = description.application;
  const program = new Program();
  const application = new Application(
    program,
    id,
    environment,
    sharedNamespace ? { labels, sharedNamespace } : { labels },
  );
  const secret = Credentials.fromExistingSecret(application, 'credentials', KEYS);
  const built = new Map<number, Workload>();
  const places = order ?? workloads.map((_, place) => place);
  for (const place of places) {
    const scope = (scopes[place] ?? []).reduce((outer, inner) => new Construct(outer, inner), application as Construct);
    built.set(place, buildWorkload(scope, workloads[place]!, secret));
  }
  for (const place of places) {
    for (const { from, to, each } of connections.filter((connection) => connection.from === place)) {
      built
        .get(from)!
        .connectTo(built.get(to)! as Workload & ConnectionTarget, { connectionsPerPod: each, variables: {} });
    }
  }
  return program;
}

function buildWorkload(scope: Construct, description: WorkloadDescription, secret: Secret): Workload {
  const workload = construct(scope, description, secret);
  for (const mount of description.mounts) {
    const options = { readOnly: mount.readOnly, subPath: mount.subPath };
    (workload as StatefulService).mount(mount.path, volumeOf(workload, description.id, mount, secret), options);
  }
  for (const { name, ...props } of description.init) workload.addInitContainer(name, props);
  for (const { name, ...props } of description.sidecars) workload.addSidecar(new ContainerSidecar(name, props));
  for (const kind of description.outside) workload.connectTo(outside(kind, secret));
  return workload;
}

function construct(scope: Construct, description: WorkloadDescription, secret: Secret): Workload {
  const { id, kind } = description;
  if (kind === 'postgres') return new Postgres(scope, id, { ...description.props, password: secret.key('ALPHA') });
  const knows = knowledge(scope, description, secret);
  if (kind === 'worker') return new Worker(scope, id, { ...description.props, ...knows });
  if (kind === 'stateful') return new StatefulService(scope, id, { ...description.props, ...knows });
  const web = new WebService(scope, id, { ...description.props, ...knows });
  if (description.hosts.length > 0) web.expose(description.hosts);
  return web;
}

function knowledge(
  scope: Construct,
  { id, config, secrets, secretFiles, ...rest }: WorkloadDescription,
  secret: Secret,
) {
  const props = rest.props as { readonly env?: WorkerPropsEnv };
  const files = secretFiles.map((key) => [`FILE_${key}`, secret.key(key as (typeof KEYS)[number]).file] as const);
  return {
    config: config?.rollout ? new Config(scope, `${id}-settings`, { ...config, workload: id }) : config?.data,
    secrets: Object.fromEntries(secrets.map((key) => [`SECRET_${key}`, secret.key(key as (typeof KEYS)[number])])),
    env: { ...props.env, ...Object.fromEntries(files) },
  };
}
type WorkerPropsEnv = NonNullable<ConstructorParameters<typeof Worker>[2]['env']>;

function volumeOf(
  scope: Construct,
  id: string,
  { path, source }: MountDescription,
  secret: Secret,
): Volume | ClaimTemplate | kplus.Volume {
  const name = `${id}-${path.replaceAll('/', '')}`;
  switch (source) {
    case 'scratch':
      return new EmptyDir(name, { size: '1Gi' });
    case 'memory':
      return new EmptyDir(name, { size: '32Mi', medium: 'Memory' });
    case 'claim':
      return new Claim(scope, name, { size: '1Gi', accessMode: 'ReadWriteMany' });
    case 'existing claim':
      return Claim.fromExisting(`${name}.old`, 'ReadWriteMany');
    case 'template':
      return new ClaimTemplate(name, { size: '2Gi', accessMode: 'ReadWriteOnce', storageClass: 'fast' });
    case 'config':
      return new Config(scope, name, {
        data: { 'app.conf': 'a = 1\n' },
        binary: { key: Uint8Array.of(1, 255) },
        workload: id,
      });
    case 'existing config':
      return Config.fromExisting(`${name}.ca`);
    case 'credentials':
      return secret;
    case 'cdk8s':
      return kplus.Volume.fromEmptyDir(scope, name, name);
  }
}

function outside(kind: OutsideDescription, secret: Secret): ConnectionTarget {
  switch (kind) {
    case 'https':
      return Internet.https();
    case 'web':
      return Internet.web();
    case 'smtp':
      return Internet.ports('smtp', 25, 587);
    case 'range':
      return new Outside('site', {
        peer: { cidr: '10.20.0.0/16', except: ['10.20.3.0/24'] },
        ports: [{ port: 514, protocol: 'UDP' }],
      });
    case 'namespace':
      return new Outside('vault', { peer: { namespace: 'vault', labels: { app: 'vault' } }, ports: [8200] });
    case 'managed database':
      return Postgres.external('db.example.com', {
        database: 'orders',
        user: 'owner',
        password: secret.key('BETA'),
        cidrs: ['10.30.0.0/24'],
      });
  }
}
