import { show } from '../../../manifest/fields';
import { describeResource, type ResourceId } from '../../../manifest/resource';
import { isWithin } from '../../fields/within';
import type { FieldChange } from '../../plan';

/** At most so many of a list are named. */
const MOST = 4;

/** A list as people say it: `a, b and 3 more`. */
export function listed(words: readonly string[], most = MOST): string {
  if (words.length <= most) return words.join(', ');
  return `${words.slice(0, most - 1).join(', ')} and ${words.length - most + 1} more`;
}

/** An object as the report of another mentions it: without the namespace where it is the same. */
export function mentioned(id: ResourceId, beside: ResourceId): string {
  return describeResource(id.namespace === beside.namespace ? { ...id, namespace: '' } : id);
}

/** What became of fields, in a few words: `app web → shop`. */
export function described(fields: readonly FieldChange[], root = ''): string {
  return listed(
    fields.map(({ path, before, after, order }) => {
      const name = (root && isWithin(path, root) ? path.slice(root.length).replace(/^\./, '') : '') || path;
      return order ? `order of ${name}` : `${name} ${value(before)} → ${value(after)}`;
    }),
    2,
  );
}

function value(field: unknown): string {
  if (field === undefined) return 'none';
  const text = show(field).split('\n', 1)[0]!;
  return text.length > 40 ? `${text.slice(0, 39)}…` : text || '""';
}
