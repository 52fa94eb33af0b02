import type { Exposure } from '../../../lib/application/exposure';
import type { ExposeOptions } from '../../../lib/network/exposure/expose-options';
import { loadBalancer } from '../../../lib/network/exposure/load-balancer';
import { nodePort } from '../../../lib/network/exposure/node-port';
import { type RenderedRoute, serviceProblems, serviceSettings } from '../../../lib/network/exposure/service-settings';
import { traefik } from '../../../lib/network/exposure/traefik';
import { route } from './web';

/** Several exposures of the workload `web`. */
function exposures(exposure: Exposure, calls: readonly (readonly [string, ExposeOptions?])[]): RenderedRoute[] {
  return calls.map(([host, options]) => {
    const wanted = route(exposure, host, options);
    return { route: wanted, exposed: exposure.render(wanted) };
  });
}

describe('the Service that the exposures of a workload share', () => {
  it('stays as it is where no exposure sets anything', () => {
    expect(serviceSettings([])).toEqual({});
    expect(serviceSettings(exposures(traefik(), [['a.example.com', { tls: false }]]))).toEqual({});
  });

  it('has a node port for each of its ports that is exposed', () => {
    const admin = { name: 'admin', paths: [{ path: '/', port: 'admin' }] };
    const routes = exposures(nodePort(), [['localhost:30080'], ['localhost:30081', admin]]);
    expect(serviceSettings(routes)).toEqual({ type: 'NodePort', nodePorts: { http: 30080, admin: 30081 } });
    expect(serviceProblems(routes)).toEqual([]);
  });

  it('has the type, class and annotations of its load balancer', () => {
    const annotations = { 'example.com/internal': 'true' };
    const routes = exposures(loadBalancer({ class: 'nlb', annotations }), [['a.example.com'], ['b.example.com']]);
    expect(serviceSettings(routes)).toEqual({ type: 'LoadBalancer', annotations, loadBalancerClass: 'nlb' });
    expect(serviceProblems(routes)).toEqual([]);
  });

  it('has what one exposure sets and the other leaves out', () => {
    const routes = exposures(traefik(), [
      ['a.example.com', { tls: false, timeout: 5 }],
      ['b.example.com', { tls: false, name: 'api' }],
    ]);
    expect(serviceProblems(routes)).toEqual([]);
    expect(serviceSettings(routes).annotations).toEqual({
      'traefik.ingress.kubernetes.io/service.serverstransport': 'miniflux-web@kubernetescrd',
    });
  });

  it('fails when two exposures want different cookies or timeouts', () => {
    const routes = exposures(traefik(), [
      ['a.example.com', { tls: false, sticky: { cookie: 'A' } }],
      ['b.example.com', { tls: false, sticky: { cookie: 'B' }, name: 'api' }],
    ]);
    expect(serviceProblems(routes)).toEqual([
      "expose: 'web' and a later exposure differ in the annotation traefik.ingress.kubernetes.io/service.sticky.cookie.name of their Service: say timeout and sticky in one of them, they count for both",
    ]);
  });

  it('fails when two exposures want different node ports of one port', () => {
    const routes = exposures(nodePort(), [['localhost:30080'], ['localhost:30081', { name: 'api' }]]);
    expect(serviceProblems(routes)).toEqual([
      "expose: 'web' and a later exposure differ in the node port of port 'http' (30080 and 30081): write one",
    ]);
  });
});
