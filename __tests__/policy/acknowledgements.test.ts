import { acknowledgementProblem } from '../../lib/policy/acknowledgement';
import { judge } from '../../lib/policy/check';
import { ERROR, type Rule, WARNING } from '../../lib/policy/rule';
import { RULES } from '../../lib/policy/registry';
import { resourcesOf, TARGET } from './support/describe-rule';

const about = { group: 'security', what: 'W.', why: 'Y.', remedy: 'r' } as const;
/** Broken by each container, and by each ConfigMap. */
const noPort: Rule = {
  ...about,
  id: 'no-port',
  severity: WARNING,
  check: (resources) =>
    resources.flatMap((resource) =>
      resource.object.kind === 'ConfigMap'
        ? [{ resource, message: 'a map' }]
        : ['web', 'logs'].map((container) => ({ resource, container, message: container })),
    ),
};
const locked: Rule = { ...noPort, id: 'no-lock', severity: ERROR, locked: true };
const quiet: Rule = {
  ...about,
  id: 'no-noise',
  severity: { development: 'warning', production: 'off' },
  check: () => [],
};
const calm: Rule = { ...about, id: 'no-storm', severity: WARNING, check: () => [] };

/** What is left of the findings about an object with acknowledgements. */
function findings(
  kind: string,
  acknowledgements: unknown,
  { today = '2026-11-22', rules = [noPort, quiet, calm] } = {},
) {
  const annotation = typeof acknowledgements === 'string' ? acknowledgements : JSON.stringify(acknowledgements);
  const resources = resourcesOf('apiVersion: v1\nkind: X\nmetadata: { name: web }').map(({ object, origin }) => ({
    object: { ...object, kind, metadata: { name: 'web', annotations: { 'slipway.dev/acknowledge': annotation } } },
    origin,
  }));
  const judgement = judge(resources, TARGET, { rules, today });
  return {
    open: judgement.findings.map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`),
    acknowledged: judgement.acknowledged.map(({ message, acknowledgement }) => `${message}: ${acknowledgement.reason}`),
  };
}

test('an acknowledged finding is none any more, and is counted with its reason', () => {
  expect(findings('Pod', [{ rule: 'no-port', reason: 'it is fine' }])).toEqual({
    open: [],
    acknowledged: ['web: it is fine', 'logs: it is fine'],
  });
});

test('an acknowledgement may be about one container', () => {
  expect(findings('Pod', [{ rule: 'no-port', reason: 'fine', container: 'logs' }])).toEqual({
    open: ['warning no-port: web'],
    acknowledged: ['logs: fine'],
  });
});

test('holds until the end of its last day', () => {
  const acknowledgements = [{ rule: 'no-port', reason: 'for now', until: '2026-11-22' }];

  expect(findings('ConfigMap', acknowledgements).open).toEqual([]);
  expect(findings('ConfigMap', acknowledgements, { today: '2026-11-23' })).toEqual({
    open: [
      'warning no-port: a map',
      "warning expired-acknowledgement: 'no-port' was acknowledged until 2026-11-22, and today is 2026-11-23",
    ],
    acknowledged: [],
  });
});

test('one that holds wins over one that does not any more', () => {
  const acknowledgements = ['2026-11-21', '2026-12-24'].map((until) => ({ rule: 'no-port', reason: until, until }));

  expect(findings('ConfigMap', acknowledgements)).toEqual({
    open: ["warning expired-acknowledgement: 'no-port' was acknowledged until 2026-11-21, and today is 2026-11-22"],
    acknowledged: ['a map: 2026-12-24'],
  });
});

test('may be unused where the Pod Security level does not ask for the rule', () => {
  const pod = resourcesOf(`
apiVersion: v1
kind: Pod
metadata: { name: web, annotations: { slipway.dev/acknowledge: '[{"rule": "run-as-non-root", "reason": "r"}, {"rule": "no-host-port", "reason": "r"}]' } }
spec: { containers: [{ name: web, securityContext: { runAsNonRoot: true } }] }`);
  const unused = (podSecurity: 'restricted' | 'baseline' | 'privileged') =>
    judge(pod, { ...TARGET, podSecurity })
      .findings.filter(({ rule }) => rule === 'unused-acknowledgement')
      .map(({ message }) => message.split(' ')[0]);

  expect(unused('restricted')).toEqual(["'run-as-non-root'", "'no-host-port'"]);
  expect(unused('baseline')).toEqual(["'no-host-port'"]);
  expect(unused('privileged')).toEqual([]);
});

test('is a finding itself when nothing is broken, unless the rule is of no interest here', () => {
  const acknowledgements = ['no-port', 'no-noise', 'no-storm'].map((rule) => ({ rule, reason: 'fine' }));

  expect(findings('ConfigMap', acknowledgements).open).toEqual([
    "warning unused-acknowledgement: 'no-storm' is acknowledged, but not broken",
  ]);
  expect(findings('Pod', [{ rule: 'no-port', reason: 'fine', container: 'other' }]).open).toEqual([
    'warning no-port: web',
    'warning no-port: logs',
    "warning unused-acknowledgement: 'no-port' is acknowledged, but not broken by container 'other'",
  ]);
});

test('fails when it is about a locked rule, or one that there is not', () => {
  const rules = [locked];

  expect(findings('ConfigMap', [{ rule: 'no-lock', reason: 'fine' }], { rules }).open).toEqual([
    'error no-lock: a map',
    "error invalid-acknowledgement: 'no-lock' can't be acknowledged",
  ]);
  expect(findings('ConfigMap', [{ rule: 'no-prot', reason: 'fine' }], { rules: [calm] }).open).toEqual([
    "error invalid-acknowledgement: there is no rule 'no-prot'",
  ]);
});

test.each([
  ['no JSON', 'the annotation is no JSON list'],
  ['{"rule": "no-port", "reason": "fine"}', 'the annotation is no JSON list'],
  ['[{"rule": "no-port"}]', "1: 'no-port' has no reason: say why it is to stay"],
  ['["no-port"]', '1: is no map: write it as {"rule": "…", "reason": "…"}'],
])('fails when the annotation is %s', (annotation, problem) => {
  expect(findings('ConfigMap', annotation).open).toEqual([
    'warning no-port: a map',
    `error invalid-acknowledgement: ${problem}`,
  ]);
});

test.each([
  [{ reason: 'a' }, 'has no rule: name the rule that is acknowledged'],
  [{ rule: 'a', reason: ' ' }, "'a' has no reason: say why it is to stay"],
  [{ rule: 'a', reason: 'b', until: 'soon' }, "'a' has until 'soon', which is no day: write it like 2027-03-31"],
  [
    { rule: 'a', reason: 'b', until: '2027-02-30' },
    "'a' has until '2027-02-30', which is no day: write it like 2027-03-31",
  ],
  [{ rule: 'a', reason: 'b', container: 1 }, "'a' has a container that is no name"],
  [{ rule: 'a', reason: 'b', untill: '2027-01-01' }, "'a' has the unknown field 'untill': remove it"],
  [{ rule: 'a', reason: 'b', until: '2027-03-31', container: 'web' }, undefined],
])('%j: %s', (acknowledgement, problem) => {
  expect(acknowledgementProblem(acknowledgement)).toBe(problem);
});

test('what becomes of acknowledgements can itself not be acknowledged', () => {
  const own = RULES.filter(({ group }) => group === 'acknowledgements');

  expect(own.map(({ id, locked: isLocked }) => [id, isLocked])).toEqual([
    ['invalid-acknowledgement', true],
    ['expired-acknowledgement', true],
    ['unused-acknowledgement', true],
  ]);
});
