const SHORT: Readonly<Record<string, string>> = { '\n': String.raw`\n`, '\r': String.raw`\r`, '\t': String.raw`\t` };

/** What a terminal obeys, what turns the direction of a text, and what nobody can see; emoji keep what joins them. */
const UNSAFE =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\u00AD\u200B\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

/** A text in one line; whatever a manifest has in it, neither a terminal nor a reader is fooled by it. */
export function printable(text: string): string {
  return text.replaceAll(UNSAFE, (character) => SHORT[character] ?? escaped(character));
}

/** The same text, in which line breaks and tabs stay. */
export function printableLines(text: string): string {
  return text.replaceAll(/[^\n\t]+/g, printable);
}

/** A character as its number: `\u001b`. */
export function escaped(character: string): string {
  const number = character.codePointAt(0)!.toString(16);
  return number.length > 4 ? `\\u{${number}}` : `\\u${number.padStart(4, '0')}`;
}

/** The same JSON, with such characters only as their numbers; the lines stay. */
export function printableJson(json: string): string {
  return json.replaceAll(UNSAFE, (character) =>
    character === '\n' ? character : character.split('').map(escaped).join(''),
  );
}
