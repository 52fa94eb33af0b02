import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { asStored } from '../../lib/manifest/defaults/as-stored';
import type { KubernetesObject } from '../../lib/manifest/kubernetes-object';
import { BASES } from './mutations/bases';
import { mutationsOf } from './mutations/mutate';
import { asRead } from './support/as-read';
import { api, cluster } from './support/cluster';
import { committed, environments } from './support/environments';
import { dropNamespaces, makeNamespace } from './support/namespace';
import { Judge, type Stored, type Submission } from './support/submit';
import { rows, writtenOut } from './support/verdict-table';

/** What `asStored` says that an API server stores, beside what it does store. */
const describeOnEmptyCluster = cluster().own ? describe : describe.skip;
const OBJECTS = read('defaults/objects.yaml');
const CRDS = 'fixtures/crds';
const DEFINITIONS = readdirSync(join(__dirname, CRDS)).flatMap((file) => read(join(CRDS, file)));
const AT_ONCE = 8;

/** Kubernetes 1.37 panics on a successPolicy without completions, and hangs up. */
const PANICS = /^Job spec\.completions: /;

let version = '';
let namespace = '';
let server: Judge;
let places = 0;

beforeAll(async () => {
  const { major, minor } = await api().get<{ major: string; minor: string }>('/version');
  version = `${major}.${Number.parseInt(minor, 10)}`;
  namespace = await makeNamespace('privileged');
  server = new Judge(api(), namespace);
});

afterAll(() => dropNamespaces(namespace));

describeOnEmptyCluster('an object is stored as foreseen', () => {
  test.each(OBJECTS.map((object) => [`${object.apiVersion} ${object.kind} ${object.metadata.name}`, object] as const))(
    '%s',
    async (_, object) => {
      const { stored, foreseen } = await compared(object);
      expect(stored).toEqual(foreseen);
    },
  );

  test.each(rows('accepted').map(({ id, object }) => [id, writtenOut(object)] as const))(
    'accepted: %s',
    async (_, object) => {
      const { stored, foreseen } = await compared(object as unknown as KubernetesObject);
      expect(stored).toEqual(foreseen);
    },
  );

  test.each(environments())('dist/%s', async (environment) => {
    for (const object of committed(environment).objects) {
      const { stored, foreseen } = await compared(object as unknown as KubernetesObject);
      expect(stored).toEqual(foreseen);
    }
  });

  test('and so is every mutation of a valid object that is accepted', async () => {
    const mutations = BASES.flatMap((base) => mutationsOf(base, version)).filter(({ object }) => object.metadata.name);
    const wrong: string[] = [];
    const unanswered: string[] = [];
    let accepted = 0;
    let next = 0;
    const worker = async () => {
      for (let mutation = mutations[next++]; mutation; mutation = mutations[next++]) {
        const foreseen = asStored(ofThisRealm(mutation.object), version, DEFINITIONS);
        const stored = await dryRun(mutation.object);
        if (!stored) unanswered.push(mutation.name);
        if (!stored?.accepted) continue;
        accepted++;
        if (!isDeepStrictEqual(asRead(stored.object, foreseen), foreseen)) wrong.push(mutation.name);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    expect(wrong).toEqual([]);
    expect(unanswered.filter((name) => !PANICS.test(name))).toEqual([]);
    expect(accepted).toBeGreaterThan(2500);
  }, 300_000);
});

/** The object in a place of its own as it is read after it was created, and as it was foreseen; it is gone afterwards. */
async function compared({ metadata, ...object }: KubernetesObject) {
  const { namespace: _, name, ...others } = metadata as KubernetesObject['metadata'];
  const own = object.kind === 'Namespace' ? `${namespace}-${places++}` : name;
  const written = { ...object, metadata: { ...others, name: own } } as KubernetesObject;
  const answer = await server.store(written as Submission);
  if (!answer.accepted) throw new Error(answer.message);
  await answer.remove();
  const foreseen = asStored(written, version, DEFINITIONS);
  return { stored: asRead(answer.object, foreseen), foreseen };
}

/** `structuredClone` makes lists that are not equal to ours, as jest runs tests in a realm of their own. */
function ofThisRealm(object: Submission): KubernetesObject {
  return JSON.parse(JSON.stringify(object)) as KubernetesObject;
}

/** Nothing if the server hangs up. */
async function dryRun(object: Submission): Promise<Stored | undefined> {
  return server.store(object, { dryRun: true }).catch(() => undefined);
}

function read(file: string): KubernetesObject[] {
  const documents = parseAllDocuments(readFileSync(join(__dirname, file), 'utf8'));
  return documents.map((document) => document.toJS() as KubernetesObject);
}
