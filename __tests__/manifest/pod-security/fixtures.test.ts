import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { evaluatePodSecurity } from '../../../lib/manifest/pod-security/evaluate';
import { podOf } from '../../../lib/manifest/pods';

interface Fixture {
  readonly name: string;
  /** Such as `{ 'baseline pass': '28-31' }`. */
  readonly verdicts: Readonly<Record<string, string>>;
  readonly annotations?: Record<string, string>;
  readonly spec: unknown;
}

const { pods } = parse(readFileSync(join(__dirname, 'fixtures.yaml'), 'utf8')) as { pods: readonly Fixture[] };

test('the official fixtures cover both levels and every version', () => {
  expect(pods.length).toBeGreaterThan(140);
  expect(pods.flatMap(({ verdicts }) => Object.keys(verdicts))).toEqual(
    expect.arrayContaining(['baseline pass', 'baseline fail', 'restricted pass', 'restricted fail']),
  );
});

test.each(pods.map((pod) => [pod.name, pod] as const))('%s is judged as the standards judge it', (_, fixture) => {
  const { name, annotations, spec, verdicts } = fixture;
  const object = { apiVersion: 'v1', kind: 'Pod', metadata: { name, annotations }, spec };
  const pod = podOf({ object, origin: { file: 'pod.yaml', document: 0 } })!;

  for (const [key, range] of Object.entries(verdicts)) {
    const [level, verdict] = key.split(' ') as ['baseline' | 'restricted', string];
    const [first, last] = range.split('-').map(Number) as [number, number];
    for (let minor = first; minor <= last; minor++) {
      const violations = evaluatePodSecurity(pod, level, `1.${minor}`);
      expect([minor, violations.length > 0 ? 'fail' : 'pass', violations]).toEqual([minor, verdict, expect.anything()]);
    }
  }
});
