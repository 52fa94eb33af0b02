import { ApiObject, JsonPatch } from 'cdk8s';
import { Deployment } from 'cdk8s-plus-28';
import { patch, WebService } from '../../lib';
import { LAX, mistakes, render } from '../support/render';
import { containerOf, podOf } from '../support/objects';

const props = { image: 'ghcr.io/acme/shop:1.4.2', user: 1000, port: 8080 };

test('a patch changes the final object, fields that Slipway has no prop for included', () => {
  const { get } = render((shop) => {
    const web = new WebService(shop, 'web', props);
    patch(web, 'Deployment', JsonPatch.add('/spec/template/spec/hostUsers', false));
  });

  expect(podOf(get('Deployment')).spec.hostUsers).toBe(false);
});

test('a patch of a cdk8s-plus construct keeps quantities, int-or-strings and new fields', () => {
  const { get } = render((shop) => {
    const deployment = new Deployment(shop, 'web', {
      containers: [{ name: 'web', image: 'shop:1', portNumber: 8080 }],
    });
    patch(
      deployment,
      'Deployment',
      JsonPatch.replace('/spec/template/spec/containers/0/resources/limits/memory', '1536Mi'),
      JsonPatch.add('/spec/template/spec/containers/0/ports/0/name', 'http'),
      JsonPatch.replace('/spec/template/spec/containers/0/startupProbe/tcpSocket/port', 'http'),
      JsonPatch.add('/spec/template/spec/containers/0/lifecycle', { preStop: { sleep: { seconds: 5 } } }),
    );
  }, LAX);

  expect(containerOf(get('Deployment'), 'web')).toMatchObject({
    resources: { limits: { memory: '1536Mi' } },
    startupProbe: { tcpSocket: { port: 'http' } },
    lifecycle: { preStop: { sleep: { seconds: 5 } } },
  });
});

test('the addJsonPatch of cdk8s works on our objects too, and has to take effect', () => {
  const { get } = render((shop) => {
    const web = new WebService(shop, 'web', props);
    const service = web.node.findChild('service') as ApiObject;
    service.addJsonPatch(JsonPatch.add('/spec/trafficDistribution', 'PreferClose'));
  });

  expect(get('Service').spec).toMatchObject({ trafficDistribution: 'PreferClose' });
});

test('fails when a patch changes nothing', () => {
  expect(
    mistakes((shop) => {
      const web = new WebService(shop, 'web', props);
      patch(web, 'Deployment', JsonPatch.replace('/spec/replicas', 1));
    }),
  ).toEqual([
    "Deployment web: patch 'replace /spec/replicas' changes nothing: remove it, or correct its path or value",
  ]);
});

test('fails when a patch replaces what is not there', () => {
  expect(
    mistakes((shop) => {
      const web = new WebService(shop, 'web', props);
      patch(web, 'Deployment', JsonPatch.replace('/spec/paused', true));
    }),
  ).toEqual([
    "Deployment web: patch 'replace /spec/paused' does not apply (there is nothing at this path): correct the path, or use JsonPatch.add",
  ]);
});

test('fails when the path of a patch leads nowhere', () => {
  expect(
    mistakes((shop) => {
      const web = new WebService(shop, 'web', props);
      patch(web, 'Deployment', JsonPatch.add('/spec/strategie/type', 'Recreate'));
    }),
  ).toEqual([
    expect.stringMatching(
      /^Deployment web: patch 'add \/spec\/strategie\/type' does not apply \(.+\): correct its path$/,
    ),
  ]);
});

test('fails when a patch tests for another value', () => {
  expect(
    mistakes((shop) => {
      const web = new WebService(shop, 'web', props);
      patch(web, 'Deployment', JsonPatch.test('/spec/replicas', 7));
    }),
  ).toEqual([expect.stringMatching(/^Deployment web: patch 'test \/spec\/replicas' does not apply/)]);
});

test('fails when a construct has no object of the kind, and says which it has', () => {
  expect(
    mistakes((shop) => {
      const web = new WebService(shop, 'web', props);
      patch(web, 'StatefulSet', JsonPatch.remove('/spec'));
    }),
  ).toEqual([
    'web: patch needs exactly one StatefulSet, but found 0: name a kind that it has once (it has ' +
      'ServiceAccount web, NetworkPolicy web-default-deny, Deployment web, Service web)',
  ]);
});
