import { parse, stringify } from 'yaml';
import type { Exposed, Exposure, Route } from '../../../lib/application/exposure';
import type { ExposeOptions } from '../../../lib/network/exposure/expose-options';
import { toRoute } from '../../../lib/network/exposure/expose';

const WEB = {
  name: 'web',
  namespace: 'miniflux',
  service: 'web',
  ports: [
    { name: 'http', number: 80 },
    { name: 'admin', number: 8081 },
  ],
  environment: 'prod',
};

/** The call: `web.expose(hosts, options)` in the environment `prod`, whose adapter is given. */
export function call(exposure: Exposure | undefined, hosts: string | readonly string[], options?: ExposeOptions) {
  return toRoute({ ...WEB, exposure }, hosts, options);
}

/** What the call renders. */
export function expose(exposure: Exposure, hosts: string | readonly string[], options?: ExposeOptions): Exposed {
  return exposure.render(route(exposure, hosts, options));
}

/** The route of a call that has no problem. */
export function route(exposure: Exposure, hosts: string | readonly string[], options?: ExposeOptions): Route {
  const { route: found, problems } = call(exposure, hosts, options);
  expect(problems).toEqual([]);
  return found!;
}

/** The rendered objects as YAML, in order, to compare with what the test shows. */
export function yaml({ objects = [] }: Exposed): string {
  return write(objects);
}

/** The YAML that a test shows, without its indentation. */
export function text(strings: TemplateStringsArray): string {
  const documents = strings[0]!.split(/^ *---$/m);
  return write(documents.map((document) => parse(document) as object));
}

function write(objects: readonly object[]): string {
  return objects.map((object) => stringify(object, { aliasDuplicateObjects: false })).join('---\n');
}
