import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version in the package's own package.json, which is two folders up in the sources and in the package. */
export function version(): string {
  const { version: text } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as {
    version: string;
  };
  return text;
}
