import { isAtLeast } from '../../lib/manifest/version';
import { api, cluster } from './support/cluster';
import { dropNamespaces, makeNamespace } from './support/namespace';
import { isBuiltIn } from './support/objects';
import { Judge, type Verdict } from './support/submit';
import { record, type Row, rows, type Table, writtenOut } from './support/verdict-table';

/** What the API server says to each row of the tables in `verdicts/`, which other tests use without a cluster. */
const namespaces: Record<string, string> = {};
const server = new Judge(api(), 'default');
const recording = process.env['SLIPWAY_VERDICTS'] === 'record';
const said = new Map<string, string>();
let minor = '';

beforeAll(async () => {
  namespaces['open'] = await makeNamespace('privileged');
  namespaces['restricted'] = await makeNamespace('restricted');
  const version = await api().get<{ major: string; minor: string }>('/version');
  minor = `${version.major}.${Number.parseInt(version.minor, 10)}`;
});

afterAll(() => {
  dropNamespaces(...Object.values(namespaces));
  if (recording) record('rejected', minor, said);
});

test('the tables are long enough and name every row once', () => {
  const ids = [...rows('rejected'), ...rows('accepted')].map(({ id }) => id);
  expect(rows('rejected').length).toBeGreaterThanOrEqual(60);
  expect(rows('accepted').length).toBeGreaterThanOrEqual(40);
  expect(new Set(ids).size).toBe(ids.length);
});

describe('the API server rejects', () => {
  test.each(cases('rejected'))('%s', async (id, row) => {
    const verdict = await judge(row);
    const accepted = row.since !== undefined && !isAtLeast(minor, row.since);
    expect(verdict.accepted).toBe(accepted);
    expect(/\S/.test(verdict.message)).toBe(!accepted);
    said.set(id, verdict.message);
    const known = recording || !cluster().own ? undefined : row.message?.[minor];
    expect(verdict.message).toBe(known ?? verdict.message);
  });
});

describe('the API server accepts', () => {
  test.each(cases('accepted'))('%s', async (_id, row) => {
    expect(await judge(row)).toMatchObject({ accepted: true, message: '' });
  });
});

/** The rows by name; of custom kinds only where we have defined them ourselves. */
function cases(table: Table): [string, Row][] {
  const judged = rows(table).filter(({ object }) => cluster().own || isBuiltIn(object));
  return judged.map((row) => [row.id, row]);
}

/** The server's words with the namespaces named as in the table. */
async function judge(row: Row): Promise<Verdict> {
  const object = writtenOut(row.object);
  const place = object.metadata.namespace ?? 'open';
  const namespace = namespaces[place] ?? '';
  const verdict = await server.create({ ...object, metadata: { ...object.metadata, namespace } });
  return { ...verdict, message: verdict.message.replaceAll(namespace, place) };
}
