import { acknowledge, Credentials, Program, Application, WebService } from '../../lib';
import { report } from '../../lib/synth/publish';
import { dedent } from '../support/yaml';

const props = { image: 'ghcr.io/acme/shop:1.4.2', user: 1000, port: 8080 };

test('the report lists the files, their objects, the apply commands and what a person has to do', () => {
  const program = new Program();
  for (const environment of [
    { name: 'dev', kubernetes: '1.33' },
    { name: 'prod', kubernetes: '1.33', context: 'prod-eu' },
  ]) {
    const shop = new Application(program, 'shop', environment);
    const credentials = Credentials.fromExistingSecret(shop, 'shop-credentials', ['SESSION_KEY']);
    new WebService(shop, 'web', { ...props, secrets: { SESSION_KEY: credentials.key('SESSION_KEY') } });
  }
  const result = { written: ['prod/shop.k8s.yaml'], unchanged: ['dev/shop.k8s.yaml'], removed: ['prod/old.k8s.yaml'] };

  expect(report('dist', program.render(), result)).toBe(
    dedent`
    dist/dev/shop.k8s.yaml unchanged: 5 objects (1 Namespace, 1 ServiceAccount, 1 Service, 1 NetworkPolicy, 1 Deployment)
    dist/prod/shop.k8s.yaml written: 5 objects (1 Namespace, 1 ServiceAccount, 1 Service, 1 NetworkPolicy, 1 Deployment)
    dist/prod/old.k8s.yaml removed: nothing renders it any more, but its objects are still in the cluster

    apply dev:
      kubectl apply --server-side -f dist/dev/
      # Secret shop-credentials is not in the manifests: create it once, with random values (the pods wait for it)
      kubectl --namespace shop create secret generic shop-credentials \
        --from-file=SESSION_KEY=<(openssl rand -hex 32 | tr -d '\n')
    apply prod:
      kubectl apply --server-side --context prod-eu -f dist/prod/
      # Secret shop-credentials is not in the manifests: create it once, with random values (the pods wait for it)
      kubectl --context prod-eu --namespace shop create secret generic shop-credentials \
        --from-file=SESSION_KEY=<(openssl rand -hex 32 | tr -d '\n')
  `.trimEnd(),
  );
});

const reportOf = (fill: (shop: Application) => void) => {
  const program = new Program();
  fill(new Application(program, 'shop', { name: 'prod', kubernetes: '1.33' }));
  return report('dist', program.render(), { written: [], unchanged: [], removed: [] }).split('\n');
};

const open = (shop: Application, id: string) => {
  const web = new WebService(shop, id, { ...props, service: { type: 'LoadBalancer' } });
  acknowledge(web, 'services-are-internal', { reason: 'anybody may come', kind: 'Service' });
  return web;
};

test('the report counts the findings that are acknowledged, by rule', () => {
  expect(reportOf((shop) => new WebService(shop, 'web', props))[1]).toBe('');
  expect(reportOf((shop) => open(shop, 'web'))[1]).toBe('1 finding acknowledged: services-are-internal (1)');
  const lines = reportOf((shop) => {
    open(shop, 'web');
    open(shop, 'api');
    const latest = new WebService(shop, 'latest', { ...props, image: 'ghcr.io/acme/shop:latest' });
    acknowledge(latest, 'no-latest-image', { reason: 'a demonstration' });
  });
  expect(lines.slice(1, 3)).toEqual(['3 findings acknowledged: no-latest-image (1), services-are-internal (2)', '']);
});
