import { existsSync } from 'node:fs';
import { read } from '../../manifest/load';
import { parseYaml } from '../../manifest/parse-yaml';
import { isMap } from '../../manifest/pods';

/** What cdk8s.yaml says of a project. */
export interface ProjectSettings {
  /** The command that renders. @default - the project has none */
  readonly app?: string;
  /** The folder that it writes. */
  readonly output: string;
}

/** What cdk8s.yaml in the current folder says, if there is one. */
export function projectSettings(): ProjectSettings {
  const [settings] = existsSync('cdk8s.yaml') ? parseYaml(read('cdk8s.yaml')) : [];
  const { app, output } = isMap(settings) ? settings : {};
  return { app: typeof app === 'string' ? app : undefined, output: typeof output === 'string' ? output : 'dist' };
}
