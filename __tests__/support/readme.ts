import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../lib/cli/run';

/** The folder of the project. */
export const ROOT = join(__dirname, '..', '..');

/** A fenced block that follows a marker such as `<!-- output: npm run synth -->`. */
export interface Section {
  readonly marker: string;
  readonly language: string;
  readonly body: string;
}

/** The blocks of a Markdown text that follow a marker. */
export function sections(markdown: string): readonly Section[] {
  const found = markdown.matchAll(/<!-- ([^>]+) -->\n\n```(\w+)\n([\s\S]*?)```/g);
  return [...found].map(([, marker, language, body]) => ({ marker: marker!, language: language!, body: body! }));
}

/** The same text with another body behind a marker. */
export function replaceSection(markdown: string, { marker, language, body }: Section): string {
  const start = markdown.indexOf('```', markdown.indexOf(`<!-- ${marker} -->`));
  const end = markdown.indexOf('```', start + 3);
  return `${markdown.slice(0, start)}\`\`\`${language}\n${body}${markdown.slice(end)}`;
}

/** Every TypeScript block without a marker. */
export function snippets(markdown: string): readonly string[] {
  return [...markdown.matchAll(/(?<!-->\n)\n```ts\n([\s\S]*?)```/g)].map(([, body]) => body!);
}

/** What a changed main.ts leads to. */
export interface Changed {
  readonly stderr: string;
  readonly diff: string;
  /** What the plan says of it. */
  readonly plan: string;
}

/** What main.ts does after some of its text is replaced. */
export function runChanged(changes: readonly (readonly [string, string])[]): Changed {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-readme-'));
  try {
    const original = readFileSync(join(ROOT, 'main.ts'), 'utf8').replaceAll("'./lib'", `'${join(ROOT, 'lib')}'`);
    writeFileSync(join(folder, 'main.ts'), changes.reduce(replaceOnce, original));
    const { stderr } = spawnSync(process.execPath, ['--import', 'tsx', join(folder, 'main.ts')], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, CDK8S_OUTDIR: join(folder, 'dist') },
    });
    return { stderr, diff: difference(folder), plan: planOf(folder) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function replaceOnce(text: string, [before, after]: readonly [string, string]): string {
  if (text.split(before).length !== 2) throw new Error(`main.ts has '${before}' not exactly once`);
  return text.replace(before, after);
}

/** What git shows of a change of dist, without what depends on the repository. */
function difference(folder: string): string {
  const { stdout } = spawnSync(
    'git',
    ['diff', '--no-index', '--no-color', '--unified=3', 'dist', join(folder, 'dist')],
    { cwd: ROOT, encoding: 'utf8' },
  );
  const lines = stdout.replaceAll(join(folder, 'dist').slice(1), 'dist').split('\n');
  return lines.filter((line) => !/^(diff|index) /.test(line)).join('\n');
}

/** The plan from what is committed to what was rendered, as it is called in a checkout. */
function planOf(folder: string): string {
  const after = join(folder, 'dist');
  if (!existsSync(after)) return '';
  const words = ['plan', '--environment', 'prod', '--before', join(ROOT, 'dist'), '--after', after];
  const { stdout } = run(words, { today: '2026-11-22', colored: false, width: 120 });
  return stdout.replaceAll(`${join(ROOT, 'dist')} → ${after}`, 'main@4f2a91c → working tree').replaceAll(after, 'dist');
}

/** What the compiler says of TypeScript files in which `slipway` is this project and `./main` its main.ts. */
export function compile(files: readonly string[]): string {
  const folder = mkdtempSync(join(ROOT, 'node_modules', '.readme-'));
  try {
    files.forEach((text, index) => writeFileSync(join(folder, `snippet-${index}.ts`), text));
    writeFileSync(join(folder, 'main.ts'), `export { program } from '${join(ROOT, 'main')}';\n`);
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        extends: join(ROOT, 'tsconfig.json'),
        compilerOptions: {
          noUnusedLocals: false,
          noUnusedParameters: false,
          paths: { slipway: [join(ROOT, 'lib', 'index.ts')] },
        },
        include: ['*.ts'],
      }),
    );
    execFileSync(join(ROOT, 'node_modules', '.bin', 'tsc'), ['-p', folder], { encoding: 'utf8' });
    return '';
  } catch (error) {
    return (error as { stdout: string }).stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
