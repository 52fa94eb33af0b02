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

const part = fc.constantFrom(...PARTS, 'a: 1\na: 2\n', 'broken: [\n');
const anyText = fc.array(fc.tuple(fc.constantFrom('', ...SEPARATORS), part)).map((pairs) => pairs.flat().join(''));

test('texts are read as the parser reads them, mistakes and lines of them too, whatever was read before', () => {
  fc.assert(
    fc.property(anyText, anyText, (before, after) => {
      const known = new Map();
      for (const text of [before, after]) {
        expect(outcome(() => parseDocuments(text, known))).toEqual(outcome(() => parseYaml(text)));
      }
    }),
    { numRuns: 1000 },
  );
});

test('a document that was read before is the same object, wherever it stands now', () => {
  const known = new Map();
  const [web] = parseDocuments('---\nname: web\n---\nname: db\n', known);

  expect(parseDocuments('---\nname: new\n---\nname: web\n', known)[1]).toBe(web);
});
