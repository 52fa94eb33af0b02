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
  try {
    return text.split(SEPARATOR).flatMap((part) => {
      const read = known.get(part) ?? parseYaml(part);
      known.set(part, read);
      return read;
    });
  } catch {
    return parseYaml(text);
  }
}
