import { ingress, type IngressAdapterProps } from '../../../lib/network/exposure/ingress';
import { call, expose, text, yaml } from './web';

const HOST = 'reader.example.com';

describe('an exposure with any ingress controller', () => {
  it('is an Ingress with portable fields and an issued certificate', () => {
    expect(yaml(expose(ingress({ class: 'contour', issuer: 'letsencrypt' }), HOST))).toBe(text`
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          cert-manager.io/cluster-issuer: letsencrypt
      spec:
        ingressClassName: contour
        tls:
          - hosts:
              - reader.example.com
            secretName: web-tls
        rules:
          - host: reader.example.com
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend:
                    service:
                      name: web
                      port:
                        name: http
    `);
  });

  it('has no annotations and no TLS where none are wanted', () => {
    expect(yaml(expose(ingress({ class: 'contour' }), HOST, { tls: false, paths: '/feeds' }))).toBe(text`
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
      spec:
        ingressClassName: contour
        rules:
          - host: reader.example.com
            http:
              paths:
                - path: /feeds
                  pathType: Prefix
                  backend:
                    service:
                      name: web
                      port:
                        name: http
    `);
  });

  it('leaves certificates to a controller that has them itself', () => {
    const annotations = { 'alb.ingress.kubernetes.io/listen-ports': '[{"HTTPS":443}]' };
    const exposure = ingress({ class: 'alb', annotations, ownCertificates: true });
    const [object] = expose(exposure, HOST, { tls: true }).objects!;
    expect(object!.metadata.annotations).toEqual(annotations);
    expect(object!['spec']).not.toHaveProperty('tls');
    expect(JSON.stringify(expose(exposure, HOST, { tls: { secret: 'cert' } }))).toContain('"secretName":"cert"');
  });

  it('lets traffic in from where the environment or adapter says', () => {
    expect(ingress({ class: 'contour' }).from).toBeUndefined();
    expect(ingress({ class: 'contour', from: 'anywhere' }).from).toBe('anywhere');
  });
});

describe('intents that the adapter is told how to spell', () => {
  const haproxy = ingress({
    class: 'haproxy',
    annotations: { 'haproxy.org/load-balance': 'leastconn' },
    intents: {
      bodySize: (size) => ({ 'example.com/body': size }),
      timeout: (seconds) => ({ 'haproxy.org/timeout-server': `${seconds}s` }),
      redirect: (redirect) => ({ 'haproxy.org/ssl-redirect': String(redirect) }),
      sticky: (cookie) => ({ 'haproxy.org/cookie-persistence': cookie }),
    },
  });
  const annotations = (options: Parameters<typeof expose>[2]) =>
    expose(haproxy, HOST, options).objects![0]!.metadata.annotations;

  it('become annotations beside those of every Ingress', () => {
    const options = { tls: { secret: 'cert' }, bodySize: '20Mi', timeout: 30, sticky: { cookie: 'SID' } };
    expect(annotations(options)).toEqual({
      'haproxy.org/load-balance': 'leastconn',
      'haproxy.org/ssl-redirect': 'true',
      'example.com/body': '20Mi',
      'haproxy.org/timeout-server': '30s',
      'haproxy.org/cookie-persistence': 'SID',
    });
  });

  it('say too that nothing is redirected, where there is TLS', () => {
    const tls = { secret: 'cert' };
    expect(annotations({ tls, redirect: false })).toMatchObject({ 'haproxy.org/ssl-redirect': 'false' });
    expect(annotations({ tls: false })).toEqual({ 'haproxy.org/load-balance': 'leastconn' });
  });
});

describe('what an ingress controller can not express', () => {
  it.each([
    [{ bodySize: '20Mi' }, 'bodySize (20Mi)', 'bodySize'],
    [{ timeout: 30 }, 'timeout (30s)', 'timeout'],
    [{ redirect: true }, 'redirect (true)', 'redirect'],
    [{ sticky: true } as const, 'sticky (web-sticky)', 'sticky'],
  ])('fails when %j is asked for and not spelt', (options, value, intent) => {
    expect(call(ingress({ class: 'contour', issuer: 'ca' }), HOST, options).problems).toEqual([
      `expose: ingress can't express ${value} in environment 'prod': say how 'contour' spells it in ingress({ intents: { ${intent} } }), or leave it out`,
    ]);
  });

  it('fails when a redirect is unwanted and the controller decides', () => {
    expect(call(ingress({ class: 'contour', issuer: 'ca' }), HOST, { redirect: false }).problems).toEqual([
      "expose: ingress can't express redirect (false), as 'contour' decides itself: say how it spells it in ingress({ intents: { redirect } }), or leave redirect out",
    ]);
  });

  it.each([[undefined], [true]])('fails when tls is %s and no certificate is known', (tls) => {
    expect(call(ingress({ class: 'contour' }), HOST, { tls }).problems).toEqual([
      "expose: ingress knows no certificate for 'reader.example.com': say tls: { secret: '<name>' } or tls: { issuer: '<name>' }, give ingress() an issuer, or say tls: false",
    ]);
  });

  it.each([
    [{}, 'ingress: class is undefined: give it a name'],
    [{ class: 'nginx', issuer: 'A' }, "ingress: issuer 'A' is no valid name"],
    [{ class: 'alb', issuer: 'ca', ownCertificates: true }, 'ingress: has an issuer and ownCertificates: remove one'],
    [{ class: 'alb', annotations: { a: true } }, "ingress: annotations['a'] is true: write it in quotes"],
    [
      { class: 'alb', annotations: { 'a/b/c': '' } },
      "ingress: annotations has the key 'a/b/c', which is none: write '<prefix>/<name>'",
    ],
    [{ class: 'alb', intents: { redirect: () => ({ a: 1 }) } }, "ingress: intents['a'] is 1: write it in quotes"],
  ])('fails when the settings are %j, and says why', (props, problem) => {
    const exposure = ingress(props as unknown as IngressAdapterProps);
    const [message, ...others] = call(exposure, HOST, { tls: { secret: 'cert' } }).problems;
    expect(message).toContain(`expose: ${problem}`);
    expect(others).toEqual([]);
  });
});
