import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { report } from '../lib/synth/publish';
import { program } from '../main';
import { compile, replaceSection, ROOT, runChanged, sections, snippets } from './support/readme';

const README = join(ROOT, 'README.md');
const readme = readFileSync(README, 'utf8');
const MORE = ['scale: { min: 2, max: 6, targetCpu: 70 }', 'scale: { min: 3, max: 6, targetCpu: 70 }'] as const;

/** What stands behind each marker, made afresh. */
const EXPECTED: Readonly<Record<string, () => string>> = {
  'output: npm run synth': () => {
    const rendering = program.render();
    const unchanged = rendering.files.map(({ path }) => path);
    return `${report('dist', rendering, { written: [], unchanged, removed: [] })}\n`;
  },
  'code: main.ts': () => {
    const main = readFileSync(join(ROOT, 'main.ts'), 'utf8');
    return main.slice(main.indexOf('/** Miniflux'));
  },
  'output: mistakes': () =>
    runChanged([
      ['scale: { min: 2, max: 6, targetCpu: 70 }', 'scale: { min: 8, max: 6, targetCpu: 70 }'],
      ["databaseSize: '50Gi'", "databaseSize: '50 GB'"],
      ["live: '/healthz'", "live: 'healthz'"],
    ]).stderr,
  'change: main.ts': () => `-    ${MORE[0]},\n+    ${MORE[1]},\n`,
  'output: git diff dist': () => runChanged([MORE]).diff,
  'code: a rule of your own': () => {
    const sample = readFileSync(join(ROOT, '__tests__/samples/team-label.ts'), 'utf8');
    const rule = sample
      .replace('../../lib', 'slipway')
      .replace(/\/\*\*.*\n/, '')
      .replace('export const', 'const');
    return `${rule}\nconst program = new Program({ rules: [teamLabel] });\n`.replace('{ PRO', '{ Program, PRO');
  },
  'output: npm run plan -- --environment prod': () =>
    runChanged([
      ["databaseSize: '50Gi'", "databaseSize: '80Gi'"],
      ['miniflux:2.3.3', 'miniflux:2.3.4'],
    ]).plan,
};

test('every output, program and difference in the README is the real one', () => {
  const found = sections(readme);
  expect(found.map(({ marker }) => marker)).toEqual(Object.keys(EXPECTED));
  const current = found.map((section) => ({ ...section, body: EXPECTED[section.marker]!() }));
  const { snapshotState } = expect.getState() as { snapshotState?: { _updateSnapshot: string } };
  if (snapshotState?._updateSnapshot === 'all') {
    writeFileSync(README, current.reduce(replaceSection, readme));
    return;
  }

  for (const section of current) expect(found).toContainEqual(section);
});

test('every program in the README compiles, and so does every line of its table', () => {
  const rows = [...readme.matchAll(/^\| .+ \| `(.+)` +\|$/gm)]
    .map(([, code]) => code!)
    .filter((code) => /[({]/.test(code));
  const statements = rows.map((row) =>
    /^\w+: /.test(row) ? `new WebService(shop, 'x', { image, user: 1000, port: 8080, ${row} });` : `${row};`,
  );
  const table = [
    "import { JsonPatch } from 'cdk8s';",
    "import * as slipway from 'slipway';",
    'const { WebService, EmptyDir, Claim, Postgres, Internet, FluentBit, OtelCollector, patch } = slipway;',
    'declare const shop: slipway.Application, web: slipway.WebService, api: slipway.WebService, image: string;',
    "declare const credentials: slipway.Credentials<'SESSION_KEY' | 'TOKEN'>, password: slipway.CredentialKey;",
    'declare const database: string, user: string;',
    ...statements,
  ].join('\n');

  expect(rows.length).toBeGreaterThan(10);
  expect(compile([...snippets(readme), table])).toBe('');
});
