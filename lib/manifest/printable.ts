/** A text in one line; whatever a manifest has in it, a terminal must not obey. */
export function printable(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\u2028-\u202E\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
