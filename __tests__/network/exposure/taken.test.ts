import {
  Application,
  type Environment,
  type ExposeOptions,
  type Exposure,
  ingress,
  nodePort,
  Program,
  traefik,
  WebService,
} from '../../../lib';
import { mistakesOf } from '../../support/program';

const web = { image: 'ghcr.io/acme/shop:1.4.2', user: 1000, port: 8080 };

/** A workload's id, its host and what else it asks for; `<application>/<id>` where it is in another application. */
type Wish = readonly [id: string, host: string, options?: ExposeOptions];

function programOf(exposure: Exposure, ...wishes: readonly Wish[]): Program {
  const program = new Program();
  const environment: Environment = {
    name: 'prod',
    kubernetes: '1.33',
    exposure,
    ingressFrom: [{ namespace: 'gateway' }],
  };
  const applications = new Map<string, Application>();
  const services = new Map<string, WebService>();
  for (const [path, host, options] of wishes) {
    const [application, id] = path.split('/') as [string, string];
    if (!applications.has(application))
      applications.set(application, new Application(program, application, environment));
    if (!services.has(path)) services.set(path, new WebService(applications.get(application)!, id, web));
    services.get(path)!.expose(host, options);
  }
  return program;
}

test.each([
  ['traefik', traefik({ issuer: 'letsencrypt' })],
  ['an ingress controller', ingress({ class: 'nginx', issuer: 'letsencrypt' })],
])('fails when two workloads are exposed at one host and path, by %s', (_, exposure) => {
  expect(mistakesOf(programOf(exposure, ['shop/web', 'a.example.com'], ['shop/api', 'a.example.com']))).toEqual([
    `prod: api: expose: 'a.example.com/' leads to 'web' already: use another host or path`,
  ]);
});

test('fails when workloads of two applications are exposed at one host and path', () => {
  const wishes: Wish[] = [
    ['shop/web', 'a.example.com', { paths: '/feeds' }],
    ['blog/web', 'a.example.com', { paths: '/feeds/' }],
  ];

  expect(mistakesOf(programOf(traefik({ issuer: 'letsencrypt' }), ...wishes))).toEqual([
    `prod: web: expose: 'a.example.com/feeds/' leads to 'web' of 'shop' already: use another host or path`,
  ]);
});

test('fails when two workloads are exposed on one node port', () => {
  expect(mistakesOf(programOf(nodePort(), ['shop/web', 'localhost:30080'], ['shop/api', 'localhost:30080']))).toEqual([
    "prod: api: expose: node port 30080 leads to 'web' already: use another port",
  ]);
});

test.each<[string, Exposure, Wish[]]>([
  [
    'other hosts',
    traefik({ issuer: 'letsencrypt' }),
    [
      ['shop/web', 'a.example.com'],
      ['shop/api', 'b.example.com'],
    ],
  ],
  [
    'other paths',
    traefik({ issuer: 'letsencrypt' }),
    [
      ['shop/web', 'a.example.com'],
      ['shop/api', 'a.example.com', { paths: '/api' }],
    ],
  ],
  [
    'other node ports',
    nodePort(),
    [
      ['shop/web', 'localhost:30080'],
      ['shop/api', 'localhost:30081'],
    ],
  ],
  [
    'node ports of the cluster',
    nodePort(),
    [
      ['shop/web', 'localhost'],
      ['shop/api', 'localhost'],
    ],
  ],
])('two workloads are exposed at %s', (_, exposure, wishes) => {
  expect(() => programOf(exposure, ...wishes).render()).not.toThrow();
});
