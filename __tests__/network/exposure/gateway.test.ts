import { gateway, type GatewayProps } from '../../../lib/network/exposure/gateway';
import { call, expose, text, yaml } from './web';

const HOST = 'reader.example.com';
const LISTENERS = { name: 'public', namespace: 'infra', section: 'https', httpSection: 'http' };

describe('an exposure with the Gateway API', () => {
  it('is an HTTPRoute on the HTTPS listener and a redirect on the other', () => {
    const exposed = expose(gateway({ parent: LISTENERS }), HOST);
    expect(yaml(exposed)).toBe(text`
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata:
        name: web
      spec:
        parentRefs:
          - name: public
            namespace: infra
            sectionName: https
        hostnames:
          - reader.example.com
        rules:
          - matches:
              - path:
                  type: PathPrefix
                  value: /
            backendRefs:
              - name: web
                port: 80
      ---
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata:
        name: web-redirect
      spec:
        parentRefs:
          - name: public
            namespace: infra
            sectionName: http
        hostnames:
          - reader.example.com
        rules:
          - matches:
              - path:
                  type: PathPrefix
                  value: /
            filters:
              - type: RequestRedirect
                requestRedirect:
                  scheme: https
                  statusCode: 301
    `);
    expect(exposed.service).toBeUndefined();
  });

  it('has a rule for each port, with the timeout in each', () => {
    const paths = ['/feeds', { path: '/admin', port: 'admin' }, { path: '/news', match: 'Exact' }] as const;
    const hosts = [HOST, '*.reader.example.com'];
    expect(yaml(expose(gateway({ parent: { name: 'public' } }), hosts, { paths, timeout: 90, name: 'api' }))).toBe(text`
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata:
        name: web-api
      spec:
        parentRefs:
          - name: public
        hostnames:
          - reader.example.com
          - "*.reader.example.com"
        rules:
          - matches:
              - path:
                  type: PathPrefix
                  value: /feeds
              - path:
                  type: Exact
                  value: /news
            backendRefs:
              - name: web
                port: 80
            timeouts:
              request: 90s
          - matches:
              - path:
                  type: PathPrefix
                  value: /admin
            backendRefs:
              - name: web
                port: 8081
            timeouts:
              request: 90s
    `);
  });

  it.each([
    ['the HTTPS listener without a redirect', LISTENERS, { redirect: false }, ['https']],
    ['both listeners with TLS and a redirect', LISTENERS, { tls: true, redirect: true }, ['https', 'http']],
    ['the HTTP listener without TLS', LISTENERS, { tls: false }, ['http']],
    ['the only listener that is named', { name: 'public', section: 'https' }, { tls: true }, ['https']],
    ['the HTTP listener where no other is named', { name: 'public', httpSection: 'http' }, {}, ['http']],
    ['every listener where none is named', { name: 'public' }, {}, [undefined]],
  ])('attaches to %s', (_, parent, options, sections) => {
    const { objects } = expose(gateway({ parent }), HOST, options);
    const specs = objects!.map(({ spec }) => spec as { parentRefs: { sectionName?: string }[] });
    expect(specs.map(({ parentRefs }) => parentRefs[0]!.sectionName)).toEqual(sections);
  });

  it('lets traffic in from where the environment says', () => {
    expect(gateway({ parent: LISTENERS }).from).toBeUndefined();
    expect(gateway({ parent: LISTENERS, from: [{ namespace: 'envoy' }] }).from).toEqual([{ namespace: 'envoy' }]);
  });
});

describe('what the Gateway API can not express', () => {
  const certificate = "the Gateway's listener holds the certificate, so configure it there and say tls: true";
  const policy = "the Gateway API has no field for it, so leave it out and use a policy of the Gateway's controller";

  it.each([
    [{ tls: { secret: 'cert' } }, 'tls.secret (cert)', certificate],
    [{ tls: { issuer: 'letsencrypt' } }, 'tls.issuer (letsencrypt)', certificate],
    [{ bodySize: '20Mi' }, 'bodySize (20Mi)', policy],
    [{ sticky: true } as const, 'sticky (web-sticky)', policy],
  ])('fails when %j is asked for, and says where it belongs', (options, intent, remedy) => {
    expect(call(gateway({ parent: LISTENERS }), HOST, options).problems).toEqual([
      `expose: gateway can't express ${intent} in environment 'prod': ${remedy}`,
    ]);
  });

  it.each([{ name: 'public' }, { name: 'public', section: 'https' }, { name: 'public', httpSection: 'http' }])(
    'fails when a redirect is wanted and %j misses a listener',
    (parent) => {
      expect(call(gateway({ parent }), HOST, { redirect: true }).problems).toEqual([
        "expose: gateway can't express redirect (true) in environment 'prod': name the Gateway's HTTPS listener in parent.section and its HTTP listener in parent.httpSection",
      ]);
    },
  );

  it('fails when TLS is wanted and the route attaches to every listener', () => {
    expect(call(gateway({ parent: { name: 'public' } }), HOST, { tls: true }).problems).toEqual([
      "expose: gateway can't express tls (true) in environment 'prod': name the Gateway's HTTPS listener in parent.section, as the route would attach to those without TLS too",
    ]);
  });

  it('fails when no TLS is wanted and no plain listener is named', () => {
    expect(call(gateway({ parent: { name: 'public', section: 'https' } }), HOST, { tls: false }).problems).toEqual([
      "expose: gateway can't express tls (false): name the Gateway's HTTP listener in parent.httpSection, or leave tls out",
    ]);
  });

  it('fails when there are more hosts or paths than an HTTPRoute takes', () => {
    const hosts = Array.from({ length: 17 }, (_, index) => `r${index}.example.com`);
    const paths = Array.from({ length: 65 }, (_, index) => `/${index}`);
    expect(call(gateway({ parent: LISTENERS }), hosts, { paths }).problems).toEqual([
      'expose: has 17 hosts, but an HTTPRoute takes 16: expose the rest separately',
      'expose: has 65 paths, but an HTTPRoute takes 64: expose the rest separately',
    ]);
  });

  it.each([
    [{}, 'parent.name is undefined: give it a name'],
    [{ parent: { name: 'Public' } }, "parent.name 'Public' is no valid name"],
    [{ parent: { name: 'public', namespace: 'a.b' } }, "parent.namespace 'a.b' is no valid name"],
    [{ parent: { name: 'public', section: 'HTTPS' } }, "parent.section 'HTTPS' is no valid name"],
    [{ parent: { name: 'public', httpSection: '' } }, "parent.httpSection '' is no valid name"],
    [
      { parent: { name: 'public', section: 'web', httpSection: 'web' } },
      "parent.section and parent.httpSection are both 'web': name two listeners, or one of them",
    ],
  ])('fails when the settings are %j, and says why', (props, problem) => {
    const [message, ...others] = call(gateway(props as GatewayProps), HOST).problems;
    expect(message).toContain(`expose: gateway: ${problem}`);
    expect(others).toEqual([]);
  });
});
