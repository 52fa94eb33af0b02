import type { Exposure } from '../../../lib/application/exposure';
import { toRoute } from '../../../lib/network/exposure/expose';
import type { ExposeOptions } from '../../../lib/network/exposure/expose-options';
import { gateway } from '../../../lib/network/exposure/gateway';
import { nodePort } from '../../../lib/network/exposure/node-port';
import { traefik } from '../../../lib/network/exposure/traefik';
import { call, route } from './web';

const HOST = 'reader.example.com';
const TRAEFIK = traefik({ issuer: 'letsencrypt' });

describe('what an exposure asks for', () => {
  it('leads every path to the first port unless told otherwise', () => {
    expect(route(TRAEFIK, HOST)).toEqual({
      name: 'web',
      namespace: 'miniflux',
      hosts: ['reader.example.com'],
      paths: [{ path: '/', match: 'Prefix', service: 'web', port: { name: 'http', number: 80 } }],
    });
  });

  it('takes several hosts, one of them with a wildcard', () => {
    expect(route(TRAEFIK, [HOST, '*.reader.example.com']).hosts).toEqual([HOST, '*.reader.example.com']);
  });

  it('takes paths with a match and a port of their own', () => {
    const paths = ['/feeds', { path: '/admin', match: 'Exact', port: 'admin' }] as const;
    expect(route(TRAEFIK, HOST, { paths }).paths).toEqual([
      { path: '/feeds', match: 'Prefix', service: 'web', port: { name: 'http', number: 80 } },
      { path: '/admin', match: 'Exact', service: 'web', port: { name: 'admin', number: 8081 } },
    ]);
  });

  it('takes one path without a list around it', () => {
    expect(route(TRAEFIK, HOST, { paths: '/feeds' }).paths).toMatchObject([{ path: '/feeds', match: 'Prefix' }]);
  });

  it('hands tls, redirect, bodySize and timeout on as they are', () => {
    const options: ExposeOptions = { tls: { secret: 'wildcard' }, redirect: false, bodySize: '20Mi', timeout: 30 };
    expect(route(TRAEFIK, HOST, options)).toMatchObject(options);
  });

  it('names the cookie after the workload unless told otherwise', () => {
    expect(route(TRAEFIK, HOST, { sticky: true }).sticky).toEqual({ cookie: 'web-sticky' });
    expect(route(TRAEFIK, HOST, { sticky: { cookie: 'SID' } }).sticky).toEqual({ cookie: 'SID' });
  });

  it('names the objects of a further exposure after workload and name', () => {
    expect(route(TRAEFIK, HOST, { name: 'api' }).name).toBe('web-api');
  });

  it('takes a port with the host where hosts are not routed', () => {
    expect(route(nodePort(), ['localhost:30080', '192.168.1.10']).hosts).toEqual(['localhost:30080', '192.168.1.10']);
  });
});

describe('hosts that are none', () => {
  it.each([
    [[], "has no host: name at least one, such as 'reader.example.com'"],
    ['', "host is '': write a DNS name such as 'reader.example.com'"],
    [undefined, "host is undefined: write a DNS name such as 'reader.example.com'"],
    [
      'https://reader.example.com',
      "host 'https://reader.example.com' has a scheme: write 'reader.example.com', and say in tls whether it is HTTPS",
    ],
    [
      'reader.example.com/feeds',
      "host 'reader.example.com/feeds' has a path: write 'reader.example.com', and paths: ['/feeds']",
    ],
    [
      'reader.example.com:8443',
      "host 'reader.example.com:8443' has a port, but an ingress or gateway decides on which ports it listens: write 'reader.example.com'",
    ],
    ['10.0.0.1', "host '10.0.0.1' is an IP address, and requests are told apart by name: write a DNS name"],
    [
      'reader.*.example.com',
      "host 'reader.*.example.com' has a '*' in the wrong place: only the whole first part can be one, as in '*.example.com'",
    ],
    ['*', "host '*' has a '*' in the wrong place: only the whole first part can be one, as in '*.example.com'"],
    ['Reader.example.com', "host 'Reader.example.com' has upper-case letters: write 'reader.example.com'"],
    [[HOST, HOST], "host 'reader.example.com' is given twice: remove one"],
  ])('fails when the host is %j, and says what to write', (host, problem) => {
    expect(call(TRAEFIK, host as string).problems).toEqual([`expose: ${problem}`]);
  });

  it.each(['reader_1.example.com', 'example.com.', '-reader.example.com', `${'a'.repeat(64)}.example.com`, 'a b.com'])(
    'fails when a part of %j is no DNS label',
    (host) => {
      expect(call(TRAEFIK, host).problems).toEqual([
        `expose: host '${host}' is no DNS name: use parts of at most 63 letters, digits and '-', with '.' between them, at most 253 characters in all`,
      ]);
    },
  );
});

describe('paths that are none', () => {
  it.each([
    [[], "paths is empty: name at least one, or leave it out for '/'"],
    [[''], "path is '': write an absolute path such as '/'"],
    ['feeds', "path 'feeds' is not absolute: write '/feeds'"],
    ['/feeds//new', "path '/feeds//new' has an empty part: write '/feeds/new'"],
    ['/feeds/*', "path '/feeds/*' ends with a '*': a Prefix leads to all that is below it, so write '/feeds'"],
    ['/*', "path '/*' ends with a '*': a Prefix leads to all that is below it, so write '/'"],
    ['/feeds/../admin', "path '/feeds/../admin' has a part '.' or '..': write the path that it stands for"],
    ['/feeds?new', "path '/feeds?new' has a '?' or '#', which begins a query or fragment: write the path alone"],
    ['/feeds%2Fnew', "path '/feeds%2Fnew' has an escaped '/': write the path without it"],
    ['/new feeds', "path '/new feeds' has a character that no path has: escape it, as in '%20'"],
    ['/(feeds|news)', "path '/(feeds|news)' has a character that no path has: escape it, as in '%20'"],
    [['/feeds', '/feeds/'], "path '/feeds/' is given twice: remove one"],
    [[{ path: '/', match: 'Regex' }], "path '/' has match 'Regex': use 'Prefix' or 'Exact'"],
    [
      [{ path: '/', port: 'metrics' }],
      "path '/' leads to port 'metrics', which the workload does not have (it has 'http', 'admin'): correct the name",
    ],
  ])('fails when paths is %j, and says what to write', (paths, problem) => {
    expect(call(TRAEFIK, HOST, { paths: paths as ExposeOptions['paths'] }).problems).toEqual([`expose: ${problem}`]);
  });

  it('fails when a path is longer than 1024 characters', () => {
    expect(call(TRAEFIK, HOST, { paths: `/${'a'.repeat(1024)}` }).problems).toEqual([
      `expose: path '/${'a'.repeat(79)}…' has 1025 characters: shorten it to at most 1024`,
    ]);
  });

  it('takes the same path once as prefix and once exactly', () => {
    expect(route(TRAEFIK, HOST, { paths: ['/a', { path: '/a', match: 'Exact' }] }).paths).toHaveLength(2);
  });
});

describe('options that are none', () => {
  it.each([
    [{ annotations: {} }, 'options.annotations is unknown: use paths, tls, redirect, bodySize, timeout, sticky, name'],
    [{ bodysize: '1Mi' }, 'options.bodysize is unknown: write bodySize'],
    [{ paths: { path: '/', macth: 'Exact' } }, 'paths.macth is unknown: write match'],
    [{ tls: 'letsencrypt' }, `tls is 'letsencrypt': use true, false, { secret: '<name>' } or { issuer: '<name>' }`],
    [
      { tls: { secret: 'a', issuer: 'b' } },
      `tls is {"secret":"a","issuer":"b"}: use true, false, { secret: '<name>' } or { issuer: '<name>' }`,
    ],
    [
      { tls: { secret: 'My Cert' } },
      "tls.secret 'My Cert' is no valid name: use lower-case letters, digits, '-' and '.', at most 253 characters (such as 'my-cert')",
    ],
    [
      { tls: { issuer: 'Let_s' } },
      "tls.issuer 'Let_s' is no valid name: use lower-case letters, digits, '-' and '.', at most 253 characters (such as 'let-s')",
    ],
    [{ tls: { issuer: 'a', kind: 'Vault' } }, "tls.kind is 'Vault': use 'ClusterIssuer' or 'Issuer'"],
    [{ redirect: 'https' }, "redirect is 'https': use true or false"],
    [
      { redirect: true, tls: false },
      'redirect is true and tls is false, so there is no HTTPS to redirect to: remove one',
    ],
    [{ bodySize: '20MB' }, "bodySize is '20MB': write a quantity of whole bytes such as '20Mi'"],
    [{ bodySize: '0' }, "bodySize is '0': write a quantity of whole bytes such as '20Mi'"],
    [{ bodySize: '100m' }, "bodySize is '100m': write a quantity of whole bytes such as '20Mi'"],
    [{ timeout: 0 }, 'timeout is 0: write whole seconds from 1 to 86400'],
    [{ timeout: '60s' }, "timeout is '60s': write whole seconds from 1 to 86400"],
    [{ timeout: 86401 }, 'timeout is 86401: write whole seconds from 1 to 86400'],
    [{ sticky: false }, "sticky is false: use true or { cookie: '<name>' }"],
    [
      { sticky: { cookie: 'my cookie' } },
      "sticky.cookie is 'my cookie': use letters, digits, '-', '_' and '.', at most 128",
    ],
    [
      { name: 'Public API' },
      "name 'Public API' is no valid name: use lower-case letters, digits and '-', beginning and ending with a letter or digit (such as 'public-api')",
    ],
  ])('fails when the options are %j, and says what to write', (options, problem) => {
    expect(call(TRAEFIK, HOST, options as ExposeOptions).problems).toEqual([`expose: ${problem}`]);
  });

  it('fails with all that is wrong at once', () => {
    const { problems, route: none } = call(TRAEFIK, 'A.example.com', { paths: 'feeds', timeout: -1, bodySize: 'big' });
    expect(problems).toHaveLength(4);
    expect(none).toBeUndefined();
  });
});

describe('environments that can not', () => {
  it('fails when the environment has no exposure, and names two', () => {
    expect(call(undefined, HOST).problems).toEqual([
      "expose: environment 'prod' has no exposure: give it one, such as traefik() or nodePort()",
    ]);
  });

  it('fails when the workload has no port for requests', () => {
    const worker = { name: 'w', namespace: 'n', service: 'w', ports: [], environment: 'prod', exposure: TRAEFIK };
    expect(toRoute(worker, HOST).problems).toEqual([
      'expose: the workload has no TCP port: give it the port that requests go to',
    ]);
  });

  it('fails when the adapter cannot express what is asked for', () => {
    const options: ExposeOptions = { bodySize: '20Mi', sticky: { cookie: 'SID' }, tls: { secret: 'cert' } };
    expect(call(gateway({ parent: { name: 'web' } }), HOST, options).problems).toEqual([
      "expose: gateway can't express tls.secret (cert) in environment 'prod': the Gateway's listener holds the certificate, so configure it there and say tls: true",
      "expose: gateway can't express bodySize (20Mi) in environment 'prod': the Gateway API has no field for it, so leave it out and use a policy of the Gateway's controller",
      "expose: gateway can't express sticky (SID) in environment 'prod': the Gateway API has no field for it, so leave it out and use a policy of the Gateway's controller",
    ]);
  });

  it('fails when TLS is wanted of an adapter without TLS', () => {
    expect(call(nodePort(), 'localhost', { tls: true }).problems).toEqual([
      "expose: nodePort can't express tls (true) in environment 'prod': a node port passes traffic on as it is, so leave tls out",
    ]);
  });

  it('fails when an adapter of your own cannot, with a remedy in general', () => {
    const own: Exposure = { name: 'tunnel', intents: ['paths'], render: () => ({}) };
    expect(call(own, HOST, { timeout: 5 }).problems).toEqual([
      "expose: tunnel can't express timeout (5s) in environment 'prod': leave it out there, or expose otherwise",
    ]);
  });
});
