import { ManifestError } from './manifest-error';

/**
 * The text of a file.
 *
 * @throws ManifestError with the first line that is no UTF-8
 */
export function decodeUtf8(bytes: Uint8Array, file: string): string {
  const text = tryDecode(bytes);
  if (text !== undefined) return text.replaceAll('\r\n', '\n');
  throw new ManifestError([
    `${file}:${firstBadLine(bytes)}: is no UTF-8 text: save it as UTF-8, or leave it out if it is no text at all`,
  ]);
}

function tryDecode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A line break is one byte in UTF-8, so lines can be decoded one by one. */
function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(10, start);
    if (tryDecode(bytes.subarray(start, end < 0 ? undefined : end)) === undefined) return line;
    if (end < 0) break;
    start = end + 1;
  }
  return line;
}
