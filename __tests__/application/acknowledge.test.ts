import { Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { acknowledge, Application, Program, WebService } from '../../lib';
import { filesOf, mistakesOf, refusalOf } from '../support/program';
import { PROD } from '../support/render';

const REASON = { reason: 'the load balancer asks' };
const ANNOTATION = 'slipway.dev/acknowledge';

function web(): { program: Program; web: WebService } {
  const program = new Program();
  const shop = new Application(program, 'shop', PROD);
  return { program, web: new WebService(shop, 'web', { image: 'shop:1', user: 1000, port: 8080 }) };
}

/** The objects that carry acknowledgements. */
function acknowledged(program: Program): readonly (readonly [string, unknown])[] {
  const objects = Object.values(filesOf(program)).flat();
  return objects
    .filter(({ metadata }) => metadata.annotations?.[ANNOTATION])
    .map(({ kind, metadata }) => [`${kind} ${metadata.name}`, JSON.parse(metadata.annotations![ANNOTATION]!)]);
}

test('the workload carries what is acknowledged, and its pods do not', () => {
  const { program, web: service } = web();
  acknowledge(service, 'require-liveness-probe', { ...REASON, until: '2999-12-31' });
  acknowledge(service, 'require-readiness-probe', { ...REASON, container: 'web' });

  expect(acknowledged(program)).toEqual([
    [
      'Deployment web',
      [
        { rule: 'require-liveness-probe', ...REASON, until: '2999-12-31' },
        { rule: 'require-readiness-probe', ...REASON, container: 'web' },
      ],
    ],
  ]);
  const deployment = filesOf(program)['prod/shop.k8s.yaml']!.find(({ kind }) => kind === 'Deployment')!;
  expect(JSON.stringify(deployment.spec)).not.toContain('slipway.dev');
});

test('another object of a construct goes by its kind', () => {
  const { program, web: service } = web();
  acknowledge(service, 'no-storm', { ...REASON, kind: 'Service' });

  expect(refusalOf(program).message).toContain(
    "Service shop/web: metadata.annotations[slipway.dev/acknowledge]: there is no rule 'no-storm'",
  );
});

test('constructs of cdk8s-plus can carry acknowledgements too', () => {
  const program = new Program();
  const chart = new Chart(program.environment(PROD), 'legacy', { namespace: 'legacy' });
  const deployment = new kplus.Deployment(chart, 'web', { containers: [{ image: 'nginx:1.29', portNumber: 8080 }] });
  acknowledge(deployment, 'require-liveness-probe', REASON);

  expect(JSON.stringify(chart.toJson())).toContain('require-liveness-probe');
});

test('fails when it says no reason, or does not say which object', () => {
  const { program, web: service } = web();
  acknowledge(service, 'require-liveness-probe', { reason: '' });
  acknowledge(service, 'require-liveness-probe', { ...REASON, kind: 'StatefulSet' });
  const [first, second] = mistakesOf(program);

  expect(first).toBe("prod: web: acknowledge: 'require-liveness-probe' has no reason: say why it is to stay");
  expect(second).toMatch(
    /^prod: web: acknowledge\('require-liveness-probe'\) fits no or several objects of kind StatefulSet: give it the kind of one, or the construct itself \(it has .*Deployment web.*\)$/,
  );
});
