import { makePlan } from '../../lib/plan/make-plan';
import type { PlanOptions } from '../../lib/plan/options';
import { OPTIONS, resourcesOf } from './support/describe-plan-rule';
import { object } from './support/manifests';

const route = (parent: string) =>
  object('gateway.networking.k8s.io/v1', 'HTTPRoute', 'web', `spec: { parentRefs: [{ ${parent} }] }`);
const gateway = (...listeners: readonly string[]) =>
  object(
    'gateway.networking.k8s.io/v1',
    'Gateway',
    'web',
    `spec: { gatewayClassName: a, listeners: [${listeners.map((each) => `{ ${each}, protocol: HTTP }`).join(', ')}] }`,
  );

function planOf(before: string, after: string, apply: PlanOptions['apply'] = 'server') {
  const [change] = makePlan(resourcesOf(before), resourcesOf(after), { ...OPTIONS, apply }).changes;
  return { action: change!.action, risks: change!.risks, paths: change!.fields.map(({ path }) => path) };
}

test('a default of a widespread kind that is written out changes nothing', () => {
  const written = route('name: web, kind: Gateway, group: gateway.networking.k8s.io');

  expect(planOf(route('name: web'), written)).toMatchObject({ action: 'no-effect', risks: [] });
});

test('server-side apply tells the items of its lists apart by their keys', () => {
  const twice = gateway('name: http, port: 80', 'name: http, port: 81');

  expect(planOf('', twice)).toMatchObject({ action: 'invalid' });
  expect(planOf('', twice, 'client')).toMatchObject({ action: 'create' });
});

test('a field that only another release knows is no mistake', () => {
  const newer = gateway('name: http, port: 80, newer: true');

  expect(planOf(gateway('name: http, port: 80'), newer)).toEqual({
    action: 'update',
    risks: [],
    paths: ['spec.listeners[http].newer'],
  });
  expect(planOf('', newer).action).toBe('create');
});
