import type { Fields } from '../../../manifest/fields';
import { isMap } from '../../../manifest/pods';
import { sameJson } from '../../update/same-json';
import { type Draft, draft, fieldOf } from '../json';

/**
 * A custom resource with kubectl's three-way JSON merge patch merged into it: what has changed since the live object,
 * and what has gone since the manifest that was applied last (`k8s.io/apimachinery/pkg/util/jsonmergepatch`; RFC 7386).
 */
export function jsonMerge(live: Draft, lastApplied: Fields, manifest: Fields): Draft {
  const changes = halfOf(difference(live, manifest), 'changes');
  const deletions = halfOf(difference(lastApplied, manifest), 'deletions');
  return merged(live, merged(deletions, changes));
}

function difference(from: Fields, to: Fields): Draft {
  const patch = draft();
  for (const [name, value] of Object.entries(to)) {
    const old = fieldOf(from, name);
    if (isMap(old) && isMap(value)) {
      const inside = difference(old, value);
      if (Object.keys(inside).length > 0) patch[name] = inside;
    } else if (!sameJson(old, value)) {
      patch[name] = value;
    }
  }
  for (const name of Object.keys(from)) if (!Object.hasOwn(to, name)) patch[name] = null;
  return patch;
}

function halfOf(patch: Fields, half: 'changes' | 'deletions'): Draft {
  const kept = draft();
  for (const [name, value] of Object.entries(patch)) {
    if (value === null || !isMap(value)) {
      if ((half === 'deletions') === (value === null)) kept[name] = value;
    } else if (Object.keys(value).length === 0) {
      if (half === 'changes') kept[name] = value;
    } else {
      const inside = halfOf(value, half);
      if (Object.keys(inside).length > 0) kept[name] = inside;
    }
  }
  return kept;
}

function merged(map: Draft, patch: Fields): Draft {
  for (const [name, value] of Object.entries(patch)) {
    const old = fieldOf(map, name);
    if (value === null) delete map[name];
    else if (isMap(old)) map[name] = isMap(value) ? merged(old as Draft, value) : value;
    else map[name] = withoutNulls(value);
  }
  return map;
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isMap(value)) return value;
  const kept = draft();
  for (const [name, inside] of Object.entries(value)) if (inside !== null) kept[name] = withoutNulls(inside);
  return kept;
}
