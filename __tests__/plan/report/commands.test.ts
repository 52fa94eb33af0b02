import { makePlan } from '../../../lib/plan/make-plan';
import { markdownReport } from '../../../lib/plan/report/markdown';
import { textReport } from '../../../lib/plan/report/text';
import { OPTIONS, resourcesOf } from '../support/describe-plan-rule';
import { all, object } from '../support/manifests';

const SHOWN = { before: 'old', after: 'new', colored: false, showNoEffect: false };

function planOf(environment: string, before: string, after: string) {
  const inFolder = (text: string) =>
    resourcesOf(text).map(({ object: each }, document) => ({
      object: each,
      origin: { file: `dist/${environment}/shop.yaml`, document },
    }));
  return makePlan(inFolder(before), inFolder(after), OPTIONS, environment);
}

function commandsIn(report: string): readonly string[] {
  return report.split('\n').flatMap((line) => (/^\s*kubectl (delete|apply -)/.test(line) ? [line.trim()] : []));
}

const job = (name: string, tag: number) =>
  object(
    'batch/v1',
    'Job',
    name,
    `spec: { template: { spec: { restartPolicy: Never, containers: [{ name: run, image: "shop:${tag}" }] } } }`,
  );
const config = (name: string) => object('v1', 'ConfigMap', name, 'data: { A: "1" }');

test('in two environments, each has the commands for its own files', () => {
  const plans = ['prod', 'test'].map((environment) => planOf(environment, job('migrate', 1), job('migrate', 2)));
  const report = markdownReport(plans, SHOWN);

  expect(report).toContain('| prod, test | 🛑 `✗` **is REJECTED** | Job `shop/migrate`');
  expect(commandsIn(report)).toEqual(
    ['prod', 'test'].flatMap((environment) => [
      'kubectl delete -n shop job/migrate',
      `kubectl apply --server-side -f dist/${environment}/shop.yaml`,
    ]),
  );
});

test('what is the same in both environments is told once', () => {
  const plans = ['prod', 'test'].map((environment) => planOf(environment, config('web'), ''));

  expect(commandsIn(markdownReport(plans, SHOWN))).toEqual(['kubectl delete -n shop configmap/web']);
});

test('changes are one group only if what to do about them is the same', () => {
  const names = ['web', 'api', 'jobs'];
  const reader = object(
    'v1',
    'Pod',
    'p',
    'spec: { containers: [{ name: p, image: "p:1", envFrom: [{ configMapRef: { name: web } }] }] }',
  );
  const report = textReport([planOf('prod', all(...names.map(config), reader), reader)], SHOWN);

  expect(report).not.toContain('3 ConfigMaps');
  expect(commandsIn(report)).toEqual(['kubectl delete -n shop configmap/api', 'kubectl delete -n shop configmap/jobs']);
});

test('of many commands, as many are shown as somebody reads', () => {
  const names = Array.from({ length: 30 }, (_, index) => `config-${10 + index}`);
  const plans = [planOf('prod', all(...names.map(config)), '')];
  const text = textReport(plans, SHOWN);

  expect(commandsIn(text)).toHaveLength(24);
  expect(text).toContain('… and 6 more commands (--format json has them all)');
  expect(commandsIn(markdownReport(plans, SHOWN))).toHaveLength(30);
});
