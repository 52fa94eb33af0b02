import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FUNCTION = /^func schema_k8sio_api_(\w+?)_(v\d\w*?)_(\w+)\(/;
const PROPERTY = /^\t{5}"(\w+)": \{$/;
const ENUM = /^\t+Enum: +\[\]interface\{\}\{(.*)\},$/;

/**
 * The values of each field that has a closed list of them, such as `core.v1.Container.imagePullPolicy`. The published
 * documents leave them out; the code that they are made by has them.
 */
export function enumsOf(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  let type = '';
  let field = '';
  for (const line of readFileSync(join(folder, 'pkg/generated/openapi/zz_generated.openapi.go'), 'utf8').split('\n')) {
    const [, group, version, name] = FUNCTION.exec(line) ?? [];
    if (name) type = `${group}.${version}.${name}`;
    else if (line.startsWith('func ')) type = '';
    field = PROPERTY.exec(line)?.[1] ?? field;
    const values = ENUM.exec(line)?.[1];
    if (type && values !== undefined)
      found.set(`${type}.${field}`, [...new Set(JSON.parse(`[${values}]`) as string[])].join('|'));
  }
  return found;
}
