import { memoize } from '../memoize';
import { schemaData } from '../schema/data';
import { schemaOf } from '../schema/schema-of';
import { suggest } from '../schema/suggest';
import { isAtLeast } from '../version';

/** What the data says of a pre-release kind. */
interface Lifecycle {
  readonly introduced?: string;
  readonly deprecated?: string;
  readonly removed?: string;
  readonly successor?: string;
}

/** Why a version of Kubernetes does not serve a kind, or `undefined` if it does, or if the kind is none of Kubernetes'. */
export function unserved(apiVersion: string, kind: string, version: string): string | undefined {
  if (schemaOf(version).kind(apiVersion, kind)) return undefined;
  const life = lifecycleOf(`${apiVersion} ${kind}`);
  const { removed, introduced } = life;
  if (removed && isAtLeast(version, removed))
    return `${apiVersion} ${kind} is gone since Kubernetes ${removed}${instead(life, version)}`;
  if (introduced && !isAtLeast(version, introduced))
    return `${apiVersion} ${kind} needs Kubernetes ${introduced}, the target is ${version}`;
  if (introduced) return `${apiVersion} ${kind} is served only where somebody has enabled it${instead(life, version)}`;
  return isOurs(apiVersion) ? unknown(apiVersion, kind, version) : undefined;
}

/** What to use instead of a kind that is served and deprecated. */
export function deprecation(apiVersion: string, kind: string, version: string): string | undefined {
  const life = lifecycleOf(`${apiVersion} ${kind}`);
  if (!life.deprecated || !isAtLeast(version, life.deprecated)) return endpoints(apiVersion, kind, version);
  const { removed } = life;
  return `${apiVersion} ${kind} is deprecated${removed ? ` and gone from Kubernetes ${removed} on` : ''}${instead(life, version)}`;
}

function endpoints(apiVersion: string, kind: string, version: string): string | undefined {
  const old = apiVersion === 'v1' && kind === 'Endpoints' && isAtLeast(version, '1.33');
  return old ? 'v1 Endpoints is deprecated: use discovery.k8s.io/v1 EndpointSlice' : undefined;
}

const lifecycleOf = memoize((key): Lifecycle => {
  const { lifecycles } = schemaData();
  if (!Object.hasOwn(lifecycles, key)) return {};
  const [facts = '', successor] = lifecycles[key]!.split(' successor=');
  return { ...(Object.fromEntries(facts.split(' ').map((fact) => fact.split('='))) as Lifecycle), successor };
});

/** A successor may itself have been removed since. */
function instead({ successor }: Lifecycle, version: string): string {
  if (!successor) return '';
  const [apiVersion = '', kind = ''] = successor.split(' ');
  if (schemaOf(version).kind(apiVersion, kind)) return `: use ${successor}`;
  const next = lifecycleOf(successor);
  return next.successor ? instead(next, version) : '';
}

let groups: ReadonlySet<string> | undefined;

/** Whether a group is one of Kubernetes' own: of others we know nothing. */
function isOurs(apiVersion: string): boolean {
  const { kinds, lifecycles } = schemaData();
  groups ??= new Set([...Object.keys(kinds), ...Object.keys(lifecycles)].map((key) => groupOf(key.split(' ')[0]!)));
  return groups.has(groupOf(apiVersion));
}

function unknown(apiVersion: string, kind: string, version: string): string {
  const served = Object.keys(schemaData().kinds).map((key) => key.split(' ') as [string, string]);
  const now = served.filter(([api, name]) => schemaOf(version).kind(api, name));
  const elsewhere = now.find(([, name]) => name === kind)?.[0];
  if (elsewhere) return `there is no ${kind} in ${apiVersion}: it is in ${elsewhere}`;
  const later = served.some(([api, name]) => api === apiVersion && name === kind);
  if (later) return `${apiVersion} ${kind} is not in Kubernetes ${version}`;
  const meant = suggest(
    kind,
    now.filter(([api]) => api === apiVersion).map(([, name]) => name),
  );
  return `there is no ${kind} in ${apiVersion}${meant ? `: did you mean ${meant}?` : ''}`;
}

function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}
