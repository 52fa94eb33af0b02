import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { schemaData } from '../../../lib/manifest/schema/data';
import type { Checks } from '../../../lib/manifest/validation/check';
import { checksOf } from '../../../lib/manifest/validation/checks';

const FOLDER = join(__dirname, '../../../lib/manifest/validation');

/** The checks of every file, by the name of what they are about. */
const CHECKS: readonly (readonly [name: string, check: Checks[string]])[] = readdirSync(FOLDER)
  .flatMap((file) => Object.entries(require(join(FOLDER, file)) as Record<string, Checks>))
  .filter(([name]) => name.endsWith('_CHECKS'))
  .flatMap(([, checks]) => Object.entries(checks));

/** `core.v1.Container` and, of a field, its name. */
function parts(name: string): readonly [type: string, field: string | undefined] {
  const words = name.split('.');
  return [words.slice(0, 3).join('.'), words[3]];
}

test('whatever is checked is a type that Kubernetes has, or a field of one', () => {
  const unknown = CHECKS.map(([name]) => name).filter((name) => {
    const [type, field] = parts(name);
    const fields = schemaData().types[type];
    return !fields || (field !== undefined && !Object.hasOwn(fields, field));
  });

  expect(CHECKS.length).toBeGreaterThan(100);
  expect(unknown).toEqual([]);
});

test('every check is asked', () => {
  const silent = CHECKS.filter(([name, check]) => {
    const [type, field] = parts(name);
    const { whole, fields } = checksOf(type);
    return !(field === undefined ? whole : (fields.get(field) ?? [])).includes(check!);
  });

  expect(silent.map(([name]) => name)).toEqual([]);
});
