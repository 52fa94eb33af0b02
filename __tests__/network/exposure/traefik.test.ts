import { traefik, type TraefikProps } from '../../../lib/network/exposure/traefik';
import { call, expose, text, yaml } from './web';

const HOST = 'reader.example.com';

describe('an exposure with Traefik', () => {
  it('is an Ingress with an issued certificate and a redirect', () => {
    const exposed = expose(traefik({ issuer: 'letsencrypt' }), HOST);
    expect(yaml(exposed)).toBe(text`
      apiVersion: traefik.io/v1alpha1
      kind: Middleware
      metadata:
        name: web-redirect
      spec:
        redirectScheme:
          scheme: https
          permanent: true
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          cert-manager.io/cluster-issuer: letsencrypt
          traefik.ingress.kubernetes.io/router.entrypoints: websecure
          traefik.ingress.kubernetes.io/router.tls: "true"
      spec:
        ingressClassName: traefik
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
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web-redirect
        annotations:
          traefik.ingress.kubernetes.io/router.entrypoints: web
          traefik.ingress.kubernetes.io/router.middlewares: miniflux-web-redirect@kubernetescrd
      spec:
        ingressClassName: traefik
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
    expect(exposed.service).toBeUndefined();
  });

  it('has one certificate for all hosts, and every path', () => {
    const paths = ['/feeds', { path: '/admin', match: 'Exact', port: 'admin' }] as const;
    const options = { tls: { secret: 'wildcard' }, redirect: false, paths };
    expect(yaml(expose(traefik(), [HOST, '*.reader.example.com'], options))).toBe(text`
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          traefik.ingress.kubernetes.io/router.entrypoints: websecure
          traefik.ingress.kubernetes.io/router.tls: "true"
      spec:
        ingressClassName: traefik
        tls:
          - hosts:
              - reader.example.com
              - "*.reader.example.com"
            secretName: wildcard
        rules:
          - host: reader.example.com
            http: &http
              paths:
                - path: /feeds
                  pathType: Prefix
                  backend:
                    service:
                      name: web
                      port:
                        name: http
                - path: /admin
                  pathType: Exact
                  backend:
                    service:
                      name: web
                      port:
                        name: admin
          - host: "*.reader.example.com"
            http: *http
    `);
  });

  it('is on the plain entry point alone without TLS', () => {
    const [ingress, ...others] = expose(traefik({ issuer: 'letsencrypt' }), HOST, { tls: false }).objects!;
    expect(others).toEqual([]);
    expect(ingress).toMatchObject({
      metadata: { annotations: { 'traefik.ingress.kubernetes.io/router.entrypoints': 'web' } },
      spec: expect.not.objectContaining({ tls: expect.anything() }),
    });
  });

  it('limits the body, in bytes, on the Ingress that serves', () => {
    const { objects } = expose(traefik(), HOST, { tls: false, bodySize: '20Mi' });
    expect(yaml({ objects: objects!.slice(0, 1) })).toBe(text`
      apiVersion: traefik.io/v1alpha1
      kind: Middleware
      metadata:
        name: web-body-size
      spec:
        buffering:
          maxRequestBodyBytes: 20971520
    `);
    expect(objects![1]!.metadata.annotations).toEqual({
      'traefik.ingress.kubernetes.io/router.entrypoints': 'web',
      'traefik.ingress.kubernetes.io/router.middlewares': 'miniflux-web-body-size@kubernetescrd',
    });
  });

  it('waits for answers as long as it is told, with a transport of its own', () => {
    const { objects, service } = expose(traefik(), HOST, { tls: false, timeout: 90 });
    expect(yaml({ objects: objects!.slice(0, 1) })).toBe(text`
      apiVersion: traefik.io/v1alpha1
      kind: ServersTransport
      metadata:
        name: web
      spec:
        maxIdleConnsPerHost: 200
        forwardingTimeouts:
          responseHeaderTimeout: 90s
    `);
    expect(service).toEqual({
      annotations: { 'traefik.ingress.kubernetes.io/service.serverstransport': 'miniflux-web@kubernetescrd' },
    });
  });

  it.each([
    [true, { tls: { secret: 'cert' } }],
    [false, { tls: false }],
  ])('keeps a client on its pod with a cookie, secure: %s', (secure, options) => {
    expect(expose(traefik(), HOST, { ...options, sticky: { cookie: 'SID' } }).service).toEqual({
      annotations: {
        'traefik.ingress.kubernetes.io/service.sticky.cookie': 'true',
        'traefik.ingress.kubernetes.io/service.sticky.cookie.name': 'SID',
        'traefik.ingress.kubernetes.io/service.sticky.cookie.httponly': 'true',
        ...(secure ? { 'traefik.ingress.kubernetes.io/service.sticky.cookie.secure': 'true' } : {}),
      },
    });
  });

  it('names every object of a further exposure after it', () => {
    const options = { name: 'api', bodySize: '1Mi', timeout: 5 };
    const { objects } = expose(traefik({ issuer: 'letsencrypt' }), HOST, options);
    expect(objects!.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
      'Middleware web-api-body-size',
      'Middleware web-api-redirect',
      'ServersTransport web-api',
      'Ingress web-api',
      'Ingress web-api-redirect',
    ]);
    expect(JSON.stringify(objects)).toContain('"secretName":"web-api-tls"');
  });
});

describe('the settings of Traefik', () => {
  it('can rename class, entry points, namespace and separator', () => {
    const entryPoints = { http: 'public', https: 'secure' };
    const exposure = traefik({ class: 'edge', entryPoints, namespace: 'kube-system', safeNaming: true });
    const { objects } = expose(exposure, HOST, { tls: { secret: 'cert' } });
    expect(exposure.from).toEqual([{ namespace: 'kube-system' }]);
    expect(objects!.slice(1)).toMatchObject([
      {
        metadata: { annotations: { 'traefik.ingress.kubernetes.io/router.entrypoints': 'secure' } },
        spec: { ingressClassName: 'edge' },
      },
      {
        metadata: {
          annotations: {
            'traefik.ingress.kubernetes.io/router.entrypoints': 'public',
            'traefik.ingress.kubernetes.io/router.middlewares': 'miniflux_web-redirect@kubernetescrd',
          },
        },
        spec: { ingressClassName: 'edge' },
      },
    ]);
  });

  it('let traffic in from the namespace traefik by default', () => {
    expect(traefik().from).toEqual([{ namespace: 'traefik' }]);
  });

  it.each([
    [{ issuer: 'ca' }, undefined, 'cluster-issuer', 'ca'],
    [{ issuer: { issuer: 'ca', kind: 'Issuer' } }, undefined, 'issuer', 'ca'],
    [{ issuer: 'ca' }, { tls: { issuer: 'own' } }, 'cluster-issuer', 'own'],
    [{}, { tls: { issuer: 'own', kind: 'Issuer' } }, 'issuer', 'own'],
  ] as const)('take the issuer of %j and %j', (props, options, annotation, issuer) => {
    const [, ingress] = expose(traefik(props), HOST, options).objects!;
    expect(ingress!.metadata.annotations).toHaveProperty([`cert-manager.io/${annotation}`], issuer);
  });

  it.each([[undefined], [true]])('fails when tls is %s and no certificate is known', (tls) => {
    expect(call(traefik(), HOST, { tls }).problems).toEqual([
      "expose: traefik knows no certificate for 'reader.example.com': say tls: { secret: '<name>' } or tls: { issuer: '<name>' }, give traefik() an issuer, or say tls: false",
    ]);
  });

  it('fails when a path has an escape, which Traefik never matches', () => {
    expect(call(traefik(), HOST, { tls: false, paths: '/new%20feeds' }).problems).toEqual([
      "expose: traefik never matches path '/new%20feeds', as it decodes '%20' in requests: write a prefix that ends before it",
    ]);
  });

  it.each([
    [{ class: 'Traefik' }, "class 'Traefik' is no valid name"],
    [{ issuer: 'Let_s' }, "issuer 'Let_s' is no valid name"],
    [{ issuer: { issuer: 'a', kind: 'Vault' } }, "issuer.kind is 'Vault': use 'ClusterIssuer' or 'Issuer'"],
    [{ entryPoints: { http: 'web,other' } }, "entryPoints.http is 'web,other': write the name of one entry point"],
    [{ entryPoints: { https: '' } }, "entryPoints.https is '': write the name of one entry point"],
    [{ namespace: 'kube.system' }, "namespace 'kube.system' is no valid name"],
  ])('fails when a setting is %j, and says why', (props, problem) => {
    const [message, ...others] = call(traefik(props as TraefikProps), HOST, { tls: { secret: 'cert' } }).problems;
    expect(message).toContain(`expose: traefik: ${problem}`);
    expect(others).toEqual([]);
  });
});
