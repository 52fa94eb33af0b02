import { containersOf, podOf } from '../manifest/pods';
import { fieldAt, mapsAt, textsAt } from '../manifest/fields';
import type { Resource } from '../manifest/resource';
import { describeField } from './describe-field';
import { fieldsAt } from './fields/within';
import type { FieldChange } from './plan';
import type { Objection } from './prediction';

/** At most so many causes are named. */
const MOST = 3;

/** Some things in a line: at most three, or two and how many more. */
export function inALine(words: readonly string[]): string {
  const different = [...new Set(words)];
  if (different.length <= MOST) return different.join(', ');
  return `${different.slice(0, MOST - 1).join(', ')} and ${different.length - MOST + 1} more`;
}

/**
 * Why an object changes, in a line.
 *
 * @param objections why it is refused: a mistake that is no change, such as a field that nobody knows, is told first
 */
export function reasonOf(
  fields: readonly FieldChange[],
  objections: readonly Objection[],
  describe: (field: FieldChange) => string = describeField,
): string {
  const [first] = objections;
  if (fields.length === 0) return first ? `${first.path} is refused` : 'only the text differs';
  const others = objections.filter(({ path, update }) => !update && fieldsAt({ fields }, path).length === 0);
  return inALine([...others.slice(0, 1).map(({ path }) => `${path} is refused`), ...fields.map(describe)]);
}

/** What a new object is, in a line: its images, how often, where it is reached. */
export function factsOf(resource: Resource): string {
  const { object } = resource;
  const pod = podOf(resource);
  const images = pod
    ? containersOf(pod).flatMap(({ initial, container }) => (initial ? [] : (container.image ?? [])))
    : [];
  const replicas = fieldAt(object, 'spec', 'replicas');
  const ports = object.kind === 'Service' ? mapsAt(object, 'spec', 'ports').map(({ port }) => String(port)) : [];
  const rules = mapsAt(object, 'spec', 'rules').flatMap(({ host }) => (typeof host === 'string' ? [host] : []));
  const hosts = [...rules, ...textsAt(object, 'spec', 'hostnames')];
  const size = fieldAt(object, 'spec', 'resources', 'requests', 'storage');
  return inALine([
    ...images.slice(0, 1),
    ...(images.length > 1 ? [`${images.length - 1} more container${images.length > 2 ? 's' : ''}`] : []),
    ...(typeof replicas === 'number' ? [`replicas ${replicas}`] : []),
    ...(ports.length > 0 ? [`port ${ports.join(', ')}`] : []),
    ...hosts,
    ...(typeof size === 'string' ? [size] : []),
  ]);
}
