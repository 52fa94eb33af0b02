const WIDE =
  /[\p{Emoji_Presentation}\uFE0F\u1100-\u115F\u2E80-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{17000}-\u{18CFF}\u{1B000}-\u{1B2FF}\u{20000}-\u{3FFFD}]/u;

/** What makes one character of several: accents, joined emoji, flags, syllables. */
const COMBINES = /\p{M}|\u200D|[\u1160-\u11FF]|\p{Regional_Indicator}|\p{Emoji_Modifier}/u;

const CHARACTERS = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** How many columns of a terminal a text takes: two for a Chinese character or an emoji. */
export function columnsOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  return charactersOf(text).reduce((sum, character) => sum + columnsOfOne(character), 0);
}

/** As much of a text as fits into so many columns, with a sign that there is more. */
export function cut(text: string, width: number, sign = '…'): string {
  if (columnsOf(text) <= width) return text;
  let left = width - sign.length;
  const characters = charactersOf(text);
  const end = characters.findIndex((character) => {
    left -= columnsOfOne(character);
    return left < 0;
  });
  return `${characters.slice(0, end).join('')}${sign}`;
}

function charactersOf(text: string): readonly string[] {
  return COMBINES.test(text) ? Array.from(CHARACTERS.segment(text), ({ segment }) => segment) : [...text];
}

function columnsOfOne(character: string): number {
  if (character.length === 1 && character <= '~') return 1;
  if (WIDE.test(character)) return 2;
  return /^[\p{M}\p{Cf}]+$/u.test(character) ? 0 : 1;
}
