import * as fc from 'fast-check';
import type { Exposed, Exposure, Route } from '../../../lib/application/exposure';
import type { ExposeOptions } from '../../../lib/network/exposure/expose-options';
import { gateway } from '../../../lib/network/exposure/gateway';
import { ingress } from '../../../lib/network/exposure/ingress';
import { traefik } from '../../../lib/network/exposure/traefik';
import type { KubernetesObject } from '../../../lib/manifest/kubernetes-object';
import { call } from './web';

const ADAPTERS: readonly Exposure[] = [
  traefik({ issuer: 'letsencrypt' }),
  gateway({ parent: { name: 'public', section: 'https', httpSection: 'http' } }),
  ingress({ class: 'any', issuer: 'letsencrypt' }),
  ingress({
    class: 'any',
    issuer: 'letsencrypt',
    intents: {
      bodySize: (size) => ({ body: size }),
      timeout: (seconds) => ({ timeout: `${seconds}s` }),
      redirect: (redirect) => ({ redirect: `${redirect}` }),
      sticky: (cookie) => ({ sticky: cookie }),
    },
  }),
];

const label = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,5}[a-z0-9])?$/);
const host = fc
  .tuple(fc.constantFrom('', '*.'), fc.array(label, { minLength: 1, maxLength: 4 }))
  .map(([wildcard, parts]) => `${wildcard}${[...parts, 'com'].join('.')}`);
const path = fc.stringMatching(/^(\/[-A-Za-z0-9._~!$&'()*+,;=:@]{1,6}){0,4}\/?$/).map((text) => text || '/');
const match = fc.constantFrom('Prefix' as const, 'Exact' as const);
const port = fc.constantFrom('http', 'admin');
const OPTIONS = {
  paths: fc.array(fc.oneof(path, fc.record({ path, match, port }, { requiredKeys: ['path'] })), {
    minLength: 1,
    maxLength: 5,
  }),
  tls: fc.boolean(),
  redirect: fc.boolean(),
  bodySize: fc.constantFrom('20Mi', '1k'),
  timeout: fc.integer({ min: 1, max: 86400 }),
  sticky: fc.constantFrom(true as const, { cookie: 'SID' }),
};

/** Calls that ask for no more than what the adapter can. */
function calls({ intents }: Exposure): fc.Arbitrary<[string[], ExposeOptions]> {
  const able = Object.entries(OPTIONS).filter(([option]) => intents.some((intent) => intent === option));
  const options: fc.Arbitrary<ExposeOptions> = fc.record(Object.fromEntries(able), { requiredKeys: [] });
  return fc.tuple(fc.uniqueArray(host, { minLength: 1, maxLength: 4 }), options);
}

/** Every host and path and where it leads, as `<host> <match> <path> <service> <port>`. */
function targets({ hosts, paths }: Route, by: 'name' | 'number'): string[] {
  return hosts.flatMap((name) =>
    paths.map((target) => [name, target.match, target.path, target.service, target.port[by]].join(' ')),
  );
}

interface Spec {
  readonly hostnames: readonly string[];
  readonly rules: readonly {
    readonly host: string;
    readonly http: { readonly paths: readonly IngressPath[] };
    readonly matches: readonly { readonly path: { readonly type: string; readonly value: string } }[];
    readonly backendRefs?: readonly { readonly name: string; readonly port: number }[];
  }[];
}
interface IngressPath {
  readonly path: string;
  readonly pathType: string;
  readonly backend: { readonly service: { readonly name: string; readonly port: { readonly name: string } } };
}

function renderedTargets({ kind, spec }: KubernetesObject): string[] {
  const { hostnames, rules } = spec as Spec;
  if (kind === 'Ingress') {
    return rules.flatMap((rule) =>
      rule.http.paths.map(({ path: value, pathType, backend: { service } }) =>
        [rule.host, pathType, value, service.name, service.port.name].join(' '),
      ),
    );
  }
  return hostnames.flatMap((name) =>
    rules.flatMap(({ matches, backendRefs: [backend] = [] }) =>
      matches.map(({ path: { type, value } }) =>
        [name, type.replace('PathPrefix', 'Prefix'), value, backend?.name, backend?.port].join(' '),
      ),
    ),
  );
}

/** The lines without where they lead to. */
function places(lines: readonly string[]): string[] {
  return lines.map((line) => line.split(' ').slice(0, 3).join(' ')).toSorted();
}

function named(exposed: Exposed, name: string): KubernetesObject | undefined {
  return exposed.objects?.find(
    ({ kind, metadata }) => ['Ingress', 'HTTPRoute'].includes(kind) && metadata.name === name,
  );
}

describe.each(ADAPTERS.map((exposure) => [exposure.name, exposure] as const))('every route of %s', (_, exposure) => {
  const routes = calls(exposure)
    .map(([hosts, options]) => call(exposure, hosts, options).route)
    .filter((route) => route !== undefined);

  it('leads from exactly its hosts and paths to its backends', () => {
    fc.assert(
      fc.property(routes, (route) => {
        const serving = named(exposure.render(route), route.name)!;
        const by = serving.kind === 'Ingress' ? 'name' : 'number';
        expect(renderedTargets(serving).toSorted()).toEqual(targets(route, by).toSorted());
      }),
    );
  });

  it('redirects exactly its hosts and paths, where it does', () => {
    fc.assert(
      fc.property(routes, (route) => {
        const redirect = named(exposure.render(route), `${route.name}-redirect`);
        const redirected = redirect ? renderedTargets(redirect) : targets(route, 'name');
        expect(places(redirected)).toEqual(places(targets(route, 'name')));
      }),
    );
  });

  it('is plain data, and leaves namespace and labels to the application', () => {
    fc.assert(
      fc.property(routes, (route) => {
        for (const object of exposure.render(route).objects ?? []) {
          expect(JSON.parse(JSON.stringify(object))).toStrictEqual(object);
          expect(Object.keys(object.metadata)).not.toEqual(expect.arrayContaining(['namespace', 'labels']));
        }
      }),
    );
  });
});

describe('every call', () => {
  const mistake = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.constantFrom(null, undefined, true, false, Number.NaN, {}, { path: 1 }, { cookie: 2 }, { secret: null }),
  );
  const value = fc.oneof(mistake, fc.array(mistake));
  const names = ['name', 'other', ...Object.keys(OPTIONS)];

  it('ends with a route or with problems, whatever is passed', () => {
    const options = fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] });
    fc.assert(
      fc.property(fc.constantFrom(...ADAPTERS), value, options, (exposure, hosts, asked) => {
        const { route, problems } = call(exposure, hosts as string, asked as ExposeOptions);
        expect(route === undefined).toBe(problems.length > 0);
      }),
    );
  });
});
