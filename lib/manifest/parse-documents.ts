import { parseYaml } from './parse-yaml';

/** Documents that were read before, by their text; whoever reads two versions of the same files shares one. */
export type ParsedDocuments = Map<string, readonly unknown[]>;

/** Between documents: in no text of YAML can such a line be anything else. */
const SEPARATOR = /^(?=---(?:[ \t\r\n]|$))/m;

/** What can stand between documents beside them, and says something of the next one. */
const BETWEEN_DOCUMENTS = /^(?:%|\.\.\.)/m;

/**
 * The documents of a YAML or JSON text, as `parseYaml` reads them. One whose text is among the known is not read again:
 * it is the same object then.
 *
 * @throws YamlError with the line, what is wrong there, and the remedy
 */
export function parseDocuments(text: string, known: ParsedDocuments): readonly unknown[] {
  if (BETWEEN_DOCUMENTS.test(text)) return parseYaml(text);
  const parts = text.split(SEPARATOR);
  if (!parts.some((part) => known.has(part))) return readAll(text, parts, known);
  try {
    return parts.flatMap((part) => {
      const read = known.get(part) ?? parseYaml(part);
      known.set(part, read);
      return read;
    });
  } catch {
    return parseYaml(text);
  }
}

/** Reads a text of which nothing is known, in one go, which is quicker than part by part. */
function readAll(text: string, parts: readonly string[], known: ParsedDocuments): readonly unknown[] {
  const documents = parseYaml(text);
  const written = isSilent(parts[0]!) ? parts.slice(1) : parts;
  if (written.length === documents.length) written.forEach((part, index) => known.set(part, [documents[index]]));
  return documents;
}

/** Whether a text has nothing but comments, as may stand before the first document. */
function isSilent(text: string): boolean {
  return text.split('\n').every((line) => /^\s*(#|$)/.test(line));
}
