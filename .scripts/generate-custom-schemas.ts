import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitionIn } from './schema/definitions';
import { moduleFolder } from './schema/module';
import { share } from './schema/share';

/**
 * Writes `lib/manifest/schema/data/custom/<group>.json` from the CustomResourceDefinitions that projects publish in
 * their Go modules: `npx tsx .scripts/generate-custom-schemas.ts`. What is new is one more line here.
 */
const SOURCES: readonly {
  readonly group: string;
  /** As messages name it. */
  readonly project: string;
  readonly module: string;
  readonly version: string;
  /** The files, `*` standing for a name of `names`. */
  readonly files: string;
  readonly names: readonly string[];
}[] = [
  {
    group: 'gateway.networking.k8s.io',
    project: 'Gateway API (standard channel)',
    module: 'sigs.k8s.io/gateway-api',
    version: 'v1.6.3',
    files: 'config/crd/standard/gateway.networking.k8s.io_*.yaml',
    names: [
      'backendtlspolicies',
      'gatewayclasses',
      'gateways',
      'grpcroutes',
      'httproutes',
      'listenersets',
      'referencegrants',
      'tcproutes',
      'tlsroutes',
      'udproutes',
    ],
  },
  {
    group: 'traefik.io',
    project: 'Traefik',
    module: 'github.com/traefik/traefik/v3',
    version: 'v3.7.13',
    files: 'docs/content/reference/dynamic-configuration/traefik.io_*.yaml',
    names: [
      'ingressroutes',
      'ingressroutetcps',
      'ingressrouteudps',
      'middlewares',
      'middlewaretcps',
      'serverstransports',
      'serverstransporttcps',
      'tlsoptions',
      'tlsstores',
      'traefikservices',
    ],
  },
  {
    group: 'cert-manager.io',
    project: 'cert-manager',
    module: 'github.com/cert-manager/cert-manager',
    version: 'v1.21.2',
    files: 'deploy/crds/cert-manager.io_*.yaml',
    names: ['certificates', 'clusterissuers', 'issuers'],
  },
  {
    group: 'monitoring.coreos.com',
    project: 'Prometheus Operator',
    module: 'github.com/prometheus-operator/prometheus-operator',
    version: 'v0.85.0',
    files: 'example/prometheus-operator-crd/monitoring.coreos.com_*.yaml',
    names: ['alertmanagerconfigs', 'podmonitors', 'probes', 'prometheusrules', 'scrapeconfigs', 'servicemonitors'],
  },
  {
    group: 'external-secrets.io',
    project: 'External Secrets Operator',
    module: 'github.com/external-secrets/external-secrets',
    version: 'v1.3.2',
    files: 'config/crds/bases/external-secrets.io_*.yaml',
    names: ['clusterexternalsecrets', 'clustersecretstores', 'externalsecrets', 'pushsecrets', 'secretstores'],
  },
  {
    group: 'bitnami.com',
    project: 'Sealed Secrets',
    module: 'github.com/bitnami-labs/sealed-secrets',
    version: 'v0.40.0',
    files: 'helm/sealed-secrets/crds/bitnami.com_*.yaml',
    names: ['sealedsecrets'],
  },
];

const target = join(__dirname, '../lib/manifest/schema/data/custom');
mkdirSync(target, { recursive: true });

for (const { group, project, module, version, files, names } of SOURCES) {
  const folder = moduleFolder(module, version);
  const kinds = Object.fromEntries(names.map((name) => definitionIn(folder, files.replace('*', name))));
  const { root, shared } = share(kinds);
  const source = `${project} ${version.replace('v', '')}`;
  const versions = Object.entries(root as object).map(
    ([kind, schemas]) => `${JSON.stringify(kind)}:${JSON.stringify(schemas)}`,
  );
  const text = [
    `{"source":${JSON.stringify(source)},`,
    `"shared":[\n${lines(shared.map((part) => JSON.stringify(part)))}\n],`,
    `"kinds":{\n${lines(versions)}\n}}\n`,
  ].join('\n');
  writeFileSync(join(target, `${group}.json`), text);
  console.log(group, Object.keys(kinds).length, 'kinds', text.length, 'characters');
}

function lines(values: readonly string[]): string {
  return values.join(',\n');
}
