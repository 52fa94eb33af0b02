import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

const ROOT = join(__dirname, '..');

/** One rule about who may import what. */
interface Rule {
  readonly name: string;
  readonly because: string;
  /** Files that the rule is about. */
  readonly from: RegExp;
  /** What they must not import: a file of the project, or a package. */
  readonly notTo: RegExp;
  /** What they may import all the same. */
  readonly except?: RegExp;
}

const RULES: readonly Rule[] = [
  {
    name: 'main-through-the-door',
    because: 'the public API is what index.ts lists',
    from: /^main\.ts$/,
    notTo: /./,
    except: /^(cdk8s|cdk8s-plus-28|constructs|lib\/index\.ts)$/,
  },
  {
    name: 'yaml-is-the-wall',
    because: 'the readers work on any YAML, such as what Helm renders or a hand writes',
    from: /^lib\/(manifest|policy|plan|topology)\//,
    notTo:
      /^(cdk8s|cdk8s-plus-28|constructs|lib\/(application|workloads|databases|config|containers|storage|sidecars|network|synth|testing)\/.*)$/,
  },
  {
    name: 'readers-do-not-meet',
    because: 'each reader can be deleted without touching the others',
    from: /^lib\/policy\//,
    notTo: /^lib\/(plan|topology)\//,
  },
  { name: 'readers-do-not-meet', because: 'see above', from: /^lib\/plan\//, notTo: /^lib\/(policy|topology)\// },
  { name: 'readers-do-not-meet', because: 'see above', from: /^lib\/topology\//, notTo: /^lib\/(policy|plan)\// },
  {
    name: 'parts-before-workloads',
    because: 'parts fit into any workload',
    from: /^lib\/(application|config|storage|containers|sidecars|network|synth)\//,
    notTo: /^lib\/(workloads|databases)\//,
  },
  {
    name: 'synth-is-the-ground',
    because: 'what turns constructs into files knows nothing of applications',
    from: /^lib\/synth\//,
    notTo: /^lib\/(application|config|storage|containers|sidecars|network)\//,
  },
  {
    name: 'effects-at-the-edge',
    because: 'the rest are pure functions',
    from: /^lib\/(?!cli\/|synth\/(write|publish)\.ts|manifest\/load\.ts|config\/read-file\.ts)/,
    notTo: /^(node:)?(fs|fs\/promises|process|child_process)$/,
  },
];

const files = ['main.ts', ...sources('lib')];
const imports = new Map(files.map((file) => [file, importsOf(file)]));

test.each(RULES.map((rule) => [rule.name, rule.because, rule] as const))('%s: %s', (_name, _because, rule) => {
  const broken = files
    .filter((file) => rule.from.test(file))
    .flatMap((file) =>
      imports
        .get(file)!
        .filter((target) => rule.notTo.test(target) && !rule.except?.test(target))
        .map((target) => `${file} imports ${target}`),
    );

  expect(broken).toEqual([]);
});

test('effects-at-the-edge: console and process are used where files are written, and nowhere else', () => {
  const edge = /^lib\/(cli\/|synth\/(publish|write)\.ts$)/;
  const users = files.filter(
    (file) => file.startsWith('lib/') && !edge.test(file) && /\b(console|process)\./.test(code(file)),
  );

  expect(users).toEqual([]);
});

test('no-cycles: no file imports itself over others, and no folder does', () => {
  expect(cyclesOf(imports)).toEqual([]);
  const folders = new Map<string, string[]>();
  for (const [file, targets] of imports) {
    const from = folderOf(file);
    const to = targets
      .filter((target) => target.startsWith('lib/'))
      .map(folderOf)
      .filter((folder) => folder !== from);
    folders.set(from, [...new Set([...(folders.get(from) ?? []), ...to])]);
  }
  expect(cyclesOf(folders)).toEqual([]);
});

test('a file has at most 150 lines of code and comments, main.ts at most 90', () => {
  const long = files.filter((file) => code(file).split('\n').length > (file === 'main.ts' ? 91 : 151));

  expect(long).toEqual([]);
});

test('index.ts has named exports and no code', () => {
  const rest = code('lib/index.ts').replaceAll(/^export (type )?\{[^}]*\} from '\.\/.*';$/gm, '');

  expect(rest.trim()).toBe('');
});

test('every export has a doc comment, but for the names of generated types', () => {
  const bare = files
    .filter((file) => file !== 'lib/index.ts' && file !== 'main.ts')
    .flatMap((file) => {
      const lines = code(file).split('\n');
      return lines
        .map((line, index) => [line, lines[index - 1] ?? ''] as const)
        .filter(([line, before]) => /^export (?!type \w+ = Plain<|type \{|\{)/.test(line) && !/\*\/\s*$/.test(before))
        .map(([line]) => `${file}: ${line}`);
    });

  expect(bare).toEqual([]);
});

test('every optional prop that index.ts exports has a doc comment that says its meaning and its default', () => {
  const exported = imports.get('lib/index.ts')!.filter((file) => file.startsWith('lib/'));
  const bare = exported.flatMap((file) =>
    [...code(file).matchAll(/(?:(\/\*\*(?:(?!\*\/)[^])*\*\/)\n)?^ +(readonly \w+\?:(?! undefined;).*)$/gm)]
      .filter(([, comment = '']) => !/\/\*\*[\s*]*[^@\s*][^]*@default - /.test(comment))
      .map(([, , prop]) => `${file}: ${prop}`),
  );

  expect(exported.length).toBeGreaterThan(50);
  expect(bare).toEqual([]);
});

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
    .toSorted();
}

function code(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

function importsOf(file: string): string[] {
  const found = [...code(file).matchAll(/^(?:import|export)\s[^;]*?\sfrom\s'([^']+)';|^import\s'([^']+)';/gm)];
  return found.map(([, named, bare]) => resolve(file, named ?? bare!));
}

function resolve(file: string, target: string): string {
  if (!target.startsWith('.')) return target;
  const path = normalize(join(dirname(file), target));
  const path2 = relative('.', path);
  return files.includes(`${path2}.ts`) ? `${path2}.ts` : `${path2}/index.ts`;
}

function folderOf(file: string): string {
  return file.split('/').slice(0, 2).join('/');
}

/** The nodes of a graph from which there is a way back to themselves. */
function cyclesOf(graph: ReadonlyMap<string, readonly string[]>): string[] {
  return [...graph.keys()].filter((start) => {
    const seen = new Set<string>();
    const open = [...(graph.get(start) ?? [])];
    while (open.length > 0) {
      const next = open.pop()!;
      if (next === start) return true;
      if (!seen.has(next)) open.push(...(graph.get(next) ?? []));
      seen.add(next);
    }
    return false;
  });
}
