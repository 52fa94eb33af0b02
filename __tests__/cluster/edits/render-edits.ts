/**
 * Renders the program before and after each edit. Run as a program, it prints a list of `Rendered` for the edits on the
 * standard input, so that jest need not transform a hundred programs.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Program } from '../../../lib';
import type { KubernetesObject } from '../../../lib/manifest/kubernetes-object';
import type { Edit, Replacement } from './edits';

/** The objects of one environment before and after an edit. */
export interface Rendered {
  readonly before: readonly KubernetesObject[];
  readonly after: readonly KubernetesObject[];
}

const ROOT = join(__dirname, '..', '..', '..');

function renderEdits(edits: readonly Edit[]): readonly Rendered[] {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-edits-'));
  try {
    return edits.map(({ environment = 'prod', given = [], change }, index) => ({
      before: render(join(folder, `before-${index}.ts`), given, environment),
      after: render(join(folder, `after-${index}.ts`), [...given, ...change], environment),
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function render(file: string, replacements: readonly Replacement[], environment: string): KubernetesObject[] {
  const text = replacements.reduce(replace, readFileSync(join(ROOT, 'main.ts'), 'utf8'));
  const here = text
    .replaceAll("'./lib'", `'${join(ROOT, 'lib')}'`)
    .replaceAll("'cdk8s'", `'${require.resolve('cdk8s')}'`);
  writeFileSync(file, here);
  const { program } = require(file) as { program: Program };
  const files = program.render().files.filter((rendered) => rendered.environment === environment);
  return files.flatMap(({ resources }) => resources.map(({ object }) => object));
}

function replace(text: string, [found, by]: Replacement): string {
  if (!text.includes(found)) throw new Error(`main.ts does not have '${found}'`);
  return text.replace(found, () => by);
}

if (require.main === module) {
  process.stdout.write(JSON.stringify(renderEdits(JSON.parse(readFileSync(0, 'utf8')) as Edit[])));
}
