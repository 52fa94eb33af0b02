import { problemsOf } from '../../lib/manifest/validation/problems';
import { BASES } from './mutations/bases';
import { DELIBERATE } from './mutations/deliberate';
import { type Mutation, mutationsOf } from './mutations/mutate';
import { api } from './support/cluster';
import { dropNamespaces, makeNamespace } from './support/namespace';
import { Judge, type Submission, type Verdict } from './support/submit';

/**
 * Valid objects are broken one field at a time, from the schema, and what the gate says of each is compared with what
 * the API server says.
 */
const AT_ONCE = 8;
const HARMLESS = new Set(['no-deprecated-api', 'no-duplicate-ports', 'available-features']);

/** Refusals by admission, which knows other objects: the gate cannot and need not foresee them. */
const BY_ADMISSION = /forbidden: |is forbidden|not found$|already exists/;

let server: Judge;
let namespace = '';
let version = '';

beforeAll(async () => {
  namespace = await makeNamespace('privileged');
  server = new Judge(api(), namespace);
  const { major, minor } = await api().get<{ major: string; minor: string }>('/version');
  version = `${major}.${Number.parseInt(minor, 10)}`;
});

afterAll(() => dropNamespaces(namespace));

test.each(BASES.map((base) => [`${base.kind} ${base.metadata.name}`, base] as const))(
  '%s is valid for both',
  async (_, base) => {
    expect(await verdict(base)).toMatchObject({ accepted: true, message: '' });
    expect(refusals(base)).toEqual([]);
  },
);

test('the gate and the API server agree on at least 2,000 mutations, but for 1 %', async () => {
  const mutations = BASES.flatMap((base) => mutationsOf(base, version));
  const disagreements: string[] = [];
  let judged = 0;
  let next = 0;
  const worker = async () => {
    for (let mutation = mutations[next++]; mutation; mutation = mutations[next++]) {
      const answer = await verdict(mutation.object);
      if (!answer || (!answer.accepted && isAdmission(answer))) continue;
      judged++;
      const difference = compare(mutation, answer);
      if (difference) disagreements.push(difference);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));

  const surprising = disagreements.filter((line) => !DELIBERATE.some((known) => known.test(line)));
  process.stderr.write(
    `${judged} mutations, ${disagreements.length} disagreements\n${surprising.toSorted().join('\n')}\n`,
  );
  expect(judged).toBeGreaterThan(2000);
  expect(disagreements.length / judged).toBeLessThan(0.01);
  expect(surprising.length / judged).toBeLessThan(0.005);
}, 600_000);

/** What the server says to an object that is created, and applied if that is accepted; nothing if it hangs up. */
async function verdict(object: Submission): Promise<Verdict | undefined> {
  try {
    const created = await server.create(object);
    return created.accepted && object.metadata.name ? await server.apply(object) : created;
  } catch {
    // Kubernetes 1.37 panics on a successPolicy without completions.
    return undefined;
  }
}

function isAdmission({ message }: Verdict): boolean {
  return BY_ADMISSION.test(message) && !message.includes('is invalid: ');
}

function compare({ name, object }: Mutation, { accepted, message }: Verdict): string | undefined {
  const refused = refusals(object);
  if (accepted === (refused.length === 0)) return undefined;
  return accepted
    ? `only the gate refuses ${name}: ${refused.join('; ')}`
    : `only the server refuses ${name}: ${message.slice(0, 200)}`;
}

function refusals(object: Submission): string[] {
  return problemsOf(object, version)
    .filter(({ rule }) => !HARMLESS.has(rule))
    .map(({ rule, path, message }) => `[${rule}] ${path}: ${message}`);
}
