import { claimVolumesOf } from '../../manifest/claims';
import { flatMap } from '../../manifest/flat-map';
import { mapsAt, show, textAt } from '../../manifest/fields';
import { containersOf, type DescribedContainer, type DescribedPod } from '../../manifest/pods';
import type { Resource } from '../../manifest/resource';
import { checkEachPod } from '../each-pod';
import { type Rule, WARNING, type Violation } from '../rule';

/** The image up to version 17, with its version; from 18 on its data is below the mount by itself. */
const POSTGRES = /(?:^|\/)(?:postgres|postgis|timescaledb|timescaledb-ha):(\d+)/;

/** Says nothing where PGDATA comes from elsewhere, and of a volume mounted by subPath. */
export const databaseBelowMount: Rule = {
  id: 'database-below-mount',
  severity: WARNING,
  group: 'storage',
  what: 'The data of a PostgreSQL server must be in a folder below the mount of its claim.',
  why: 'A new disk with ext4 has a folder lost+found in it, and the server refuses to start in a folder that is not empty.',
  remedy: 'set the variable PGDATA to a folder below the mount, such as /var/lib/postgresql/data/pgdata',
  link: 'https://github.com/docker-library/docs/blob/master/postgres/README.md#pgdata',
  ...checkEachPod((pod, resources) =>
    flatMap(containersOf(pod), (described) => violationsOf(resources, pod, described)),
  ),
};

function violationsOf(
  resources: readonly Resource[],
  pod: DescribedPod,
  { container, path, name }: DescribedContainer,
): readonly Violation[] {
  const version = POSTGRES.exec(textAt(container, 'image') ?? '')?.[1];
  if (version === undefined || Number(version) >= 18 || mapsAt(container, 'envFrom').length > 0) return [];
  const variable = mapsAt(container, 'env').find((candidate) => candidate.name === 'PGDATA');
  const data = variable ? textAt(variable, 'value') : '/var/lib/postgresql/data';
  const mounts = mapsAt(container, 'volumeMounts')
    .filter(({ mountPath }) => withoutSlash(mountPath) === withoutSlash(data))
    .filter(({ subPath, subPathExpr }) => subPath === undefined && subPathExpr === undefined);
  if (mounts.length === 0) return [];
  const claims = new Set(claimVolumesOf(resources, pod).map((claim) => claim.name));
  return mounts
    .filter((mount) => claims.has(show(mount.name)))
    .map((mount) => ({
      resource: pod.resource,
      path: `${path}.volumeMounts[${show(mount.mountPath)}]`,
      message: `PGDATA is ${data}, which is the mount itself`,
      container: name,
    }));
}

function withoutSlash(path: unknown): string | undefined {
  return typeof path === 'string' ? path.replace(/\/+$/, '') : undefined;
}
