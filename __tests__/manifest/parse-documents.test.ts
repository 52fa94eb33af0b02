import * as fc from 'fast-check';
import { parseDocuments } from '../../lib/manifest/parse-documents';
import { parseYaml } from '../../lib/manifest/parse-yaml';

const PARTS = ['a: 1\n', '# a comment\n', '\n', 'text: |\n  --- no separator\n', '{"b": [1, 2]}\n', 'list:\n- --- c\n'];
const SEPARATORS = ['---\n', '--- # why\n', '---\r\n', '--- \n', '...\n---\n', '%YAML 1.2\n---\n', '---\n---\n'];

/** What a reader gives: documents, or a mistake. */
function outcome(read: () => readonly unknown[]): unknown {
  try {
    return read();
  } catch (error) {
    return String(error);
  }
}

test('texts are read as the parser reads them, mistakes and lines of them too', () => {
  const part = fc.constantFrom(...PARTS, 'a: 1\na: 2\n', 'broken: [\n');
  const text = fc.array(fc.tuple(fc.constantFrom('', ...SEPARATORS), part)).map((pairs) => pairs.flat().join(''));

  fc.assert(
    fc.property(text, (yaml) => {
      expect(outcome(() => parseDocuments(yaml, new Map()))).toEqual(outcome(() => parseYaml(yaml)));
    }),
    { numRuns: 2000 },
  );
});

test('a document that was read before is the same object, wherever it stands now', () => {
  const known = new Map();
  const [web] = parseDocuments('---\nname: web\n---\nname: db\n', known);

  expect(parseDocuments('---\nname: new\n---\nname: web\n', known)[1]).toBe(web);
});
