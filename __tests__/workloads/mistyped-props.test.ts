import type { Construct } from 'constructs';
import { StatefulService, WebService, type WebServiceProps, Worker } from '../../lib';
import { mistakes, render } from '../support/render';

const props = { image: 'ghcr.io/acme/shop:1.4.2', user: 1000 };

test.each([
  ['comand', 'command'],
  ['Secrets', 'secrets'],
  ['replicas', 'scale'],
  ['livenessProbe', 'health.live'],
  ['nodeSelector', 'placement.nodeSelector'],
  ['volumes', 'mount(…)'],
  ['securityContext', 'security'],
])("fails when a prop is called '%s', and says what is meant", (name, meant) => {
  const fill = (shop: Construct) => new WebService(shop, 'web', { ...props, port: 8080, [name]: 1 });

  expect(mistakes(fill)).toContain(`web: WebService has no prop '${name}': write ${meant}`);
});

test('fails when a prop is one of another kind of workload', () => {
  expect(mistakes((shop) => new Worker(shop, 'mail', { ...props, service: { port: 80 } } as never))).toEqual([
    `mail: Worker has no prop 'service', which is one of WebService and StatefulService: remove it`,
  ]);
  // @ts-expect-error a worker may have several
  expect(mistakes((shop) => new Worker(shop, 'mail', { ...props, port: 8080 }))).toEqual([
    `mail: Worker has no prop 'port': write ports`,
  ]);
  expect(
    mistakes((shop) => new StatefulService(shop, 'db', { ...props, ports: { db: 1 }, strategy: 'Recreate' } as never)),
  ).toEqual([`db: StatefulService has no prop 'strategy', which is one of WebService and Worker: remove it`]);
});

test('a class of your own can have props that mean nothing to us', () => {
  class Shop extends WebService {
    constructor(scope: Construct, id: string, own: WebServiceProps & { readonly theme: string }) {
      super(scope, id, own);
      this.addInitContainer('theme', { image: `ghcr.io/acme/theme:${own.theme}` });
    }
  }

  const { get } = render((shop) => new Shop(shop, 'web', { ...props, port: 8080, theme: 'dark' }));
  expect(get('Deployment').metadata.name).toBe('web');
});
