import type { Application } from '../../application/application';
import type { Exposed, Route } from '../../application/exposure';

/** Which workload a place leads to, for each environment. A node port is a place on every node. */
const owners = new WeakMap<object, Map<string, string>>();

/**
 * What is wrong with a route that leads where another workload of the environment is reached already; else its places
 * are taken from now on.
 *
 * @param owner the workload that the route leads to
 */
export function takenProblems(
  application: Application,
  owner: string,
  { route, exposed }: { readonly route: Route; readonly exposed: Exposed },
): readonly string[] {
  const scope = application.node.scope!;
  const places = owners.get(scope) ?? new Map<string, string>();
  owners.set(scope, places);
  const who = `${application.node.id}/${owner}`;
  return [...hostPlaces(route, exposed), ...nodePortPlaces(exposed)].flatMap(({ key, is, other }) => {
    const earlier = places.get(key);
    if (earlier === undefined) places.set(key, who);
    if (earlier === undefined || (earlier === who && key.startsWith(':'))) return [];
    const [prefix, name] = earlier.split('/') as [string, string];
    const shown = prefix === application.node.id ? `'${name}'` : `'${name}' of '${prefix}'`;
    return [`expose: ${is} leads to ${shown} already: use another ${other}`];
  });
}

interface Place {
  readonly key: string;
  readonly is: string;
  readonly other: string;
}

/** Hosts and paths, where the adapter renders objects that tell requests apart by them. */
function hostPlaces({ hosts, paths }: Route, { objects = [] }: Exposed): readonly Place[] {
  if (objects.length === 0) return [];
  return hosts.flatMap((host) =>
    paths.map(({ path, match }) => ({
      key: `${match} ${host}${match === 'Prefix' ? path.replace(/\/$/, '') : path}`,
      is: `'${host}${path}'`,
      other: 'host or path',
    })),
  );
}

function nodePortPlaces({ service }: Exposed): readonly Place[] {
  const port = service?.nodePort;
  return port === undefined ? [] : [{ key: `:${port}`, is: `node port ${port}`, other: 'port' }];
}
