import { execFileSync } from 'node:child_process';

/** The folder of a Go module at a version, downloaded if it is not there yet. */
export function moduleFolder(name: string, version: string): string {
  const printed = execFileSync('go', ['mod', 'download', '-json', `${name}@${version}`], {
    encoding: 'utf8',
    env: { ...process.env, GOFLAGS: '-mod=mod' },
  });
  return (JSON.parse(printed) as { Dir: string }).Dir;
}
