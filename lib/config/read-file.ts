import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The bytes of a file that becomes configuration.
 *
 * @throws if it can't be read, with the path and why
 */
export function readConfigFile(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Error(
      `can't read '${path}' (${reason(error)}): paths are relative to the folder that the program runs in`,
      { cause: error },
    );
  }
}

/** The files of a folder, in the order of their names; folders in it are left out, as a ConfigMap has none. */
export function listConfigFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => statSync(join(folder, name)).isFile())
      .toSorted();
  } catch (error) {
    throw new Error(
      `can't read the folder '${folder}' (${reason(error)}): paths are relative to the folder that the program runs in`,
      { cause: error },
    );
  }
}

function reason(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' ? 'there is none' : (code ?? String(error));
}
