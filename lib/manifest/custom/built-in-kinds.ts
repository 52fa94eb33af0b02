import type { Fields } from '../fields';
import { isMap } from '../pods';
import type { CustomKind } from './custom-kinds';

/** What `.scripts/generate-custom-schemas.ts` has read from the definitions of one API group; see `../schema/data/README.md`. */
interface GroupData {
  readonly source: string;
  /** What `{ "$ref": n }` stands for; each refers to earlier ones only. */
  readonly shared: readonly unknown[];
  readonly kinds: Readonly<Record<string, unknown>>;
}

/** The API groups of which we know the definitions, each read when one of its kinds occurs. */
const GROUPS: Readonly<Record<string, () => unknown>> = {
  'bitnami.com': () => require('../schema/data/custom/bitnami.com.json'),
  'cert-manager.io': () => require('../schema/data/custom/cert-manager.io.json'),
  'external-secrets.io': () => require('../schema/data/custom/external-secrets.io.json'),
  'gateway.networking.k8s.io': () => require('../schema/data/custom/gateway.networking.k8s.io.json'),
  'monitoring.coreos.com': () => require('../schema/data/custom/monitoring.coreos.com.json'),
  'traefik.io': () => require('../schema/data/custom/traefik.io.json'),
};

const read = new Map<string, ReadonlyMap<string, CustomKind>>();

/** The definition of a widespread custom resource; `undefined` for a kind that we don't know. */
export function builtInKind(group: string, kind: string): CustomKind | undefined {
  if (!Object.hasOwn(GROUPS, group)) return undefined;
  let kinds = read.get(group);
  if (!kinds) read.set(group, (kinds = kindsOf(GROUPS[group]!() as GroupData)));
  return kinds.get(kind);
}

function kindsOf({ source, shared, kinds }: GroupData): ReadonlyMap<string, CustomKind> {
  const whole: unknown[] = [];
  for (const part of shared) whole.push(writtenOut(part, whole));
  return new Map(
    Object.entries(kinds).map(([kind, data]) => {
      const versions = writtenOut(data, whole) as Readonly<Record<string, Fields>>;
      return [kind, { source, versions: new Map(Object.entries(versions)) }];
    }),
  );
}

function writtenOut(value: unknown, shared: readonly unknown[]): unknown {
  if (Array.isArray(value)) return value.map((item) => writtenOut(item, shared));
  if (!isMap(value)) return value;
  if (typeof value.$ref === 'number') return shared[value.$ref];
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, writtenOut(item, shared)]));
}
