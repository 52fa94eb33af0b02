import { mapsAt, textAt } from '../../manifest/fields';
import { annotationsOf } from '../../manifest/references/annotation-references';
import type { Resource } from '../../manifest/resource';
import type { PlanRule, Remark, Whole } from '../rule';
import { isRemoved, kindOf } from './common/change';
import { hostName, routesByHost, routesOf } from './common/hosts';
import { listed } from './common/words';

/** A host may be in several objects, and one certificate is enough for it. */
export const tlsIsLost: PlanRule = {
  id: 'tls-is-lost',
  what: 'A host that was served with TLS is served without, or no longer redirects to it.',
  levels: ['error'],
  why: 'Passwords and cookies go over the network for everybody to read.',
  link: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls',
  find: (change, whole) => {
    const { before, after } = change;
    if (!before || !after || isRemoved(change)) return [];
    if (kindOf(change) === 'gateway.networking.k8s.io/Gateway') return gatewayRemarks(before, after);
    return [...hostRemarks(before, after, whole), ...redirectRemarks(before, after)];
  },
};

function hostRemarks(before: Resource, after: Resource, whole: Whole): readonly Remark[] {
  const served = new Set(routesOf(after).map(({ host }) => host));
  const secured = (host: string) =>
    routesByHost(whole.after)
      .get(host)
      ?.some(({ tls }) => tls) ?? false;
  const hosts = [...new Set(routesOf(before).flatMap(({ host, tls }) => (tls && served.has(host) ? [host] : [])))];
  const lost = hosts.filter((host) => !secured(host));
  if (lost.length === 0) return [];
  return [
    tlsRemark('spec.tls', `${listed(lost.map(hostName))} ${lost.length === 1 ? 'is' : 'are'} served without TLS`),
  ];
}

function tlsRemark(path: string, message: string): Remark {
  return { severity: 'error', path, message, remedy: 'keep TLS for every host that people use', risk: 'exposure' };
}

/** Annotations that send visitors to HTTPS, and what they are if nothing is written where there is TLS. */
const REDIRECTS: readonly (readonly [key: string, byDefault: boolean])[] = [
  ['nginx.ingress.kubernetes.io/ssl-redirect', true],
  ['nginx.ingress.kubernetes.io/force-ssl-redirect', false],
  ['nginx.org/redirect-to-https', true],
  ['ingress.kubernetes.io/ssl-redirect', true],
  ['ingress.kubernetes.io/force-ssl-redirect', false],
  ['haproxy.org/ssl-redirect', true],
  ['haproxy-ingress.github.io/ssl-redirect', true],
  ['alb.ingress.kubernetes.io/ssl-redirect', false],
  ['appgw.ingress.kubernetes.io/ssl-redirect', false],
];

function redirectRemarks(before: Resource, after: Resource): readonly Remark[] {
  const [old, young] = [annotationsOf(before), annotationsOf(after)];
  return REDIRECTS.filter(([key, byDefault]) => isOn(old[key], byDefault) && !isOn(young[key], byDefault)).map(
    ([key]) =>
      tlsRemark(
        `metadata.annotations[${key}]`,
        `visitors are no longer sent to HTTPS: ${key} is ${young[key] ?? 'removed'}`,
      ),
  );
}

function isOn(value: string | undefined, byDefault: boolean): boolean {
  return value === undefined ? byDefault : value !== 'false' && value !== 'off' && value !== '';
}

function gatewayRemarks(before: Resource, after: Resource): readonly Remark[] {
  const secure = /^(HTTPS|TLS)$/;
  const old = new Map(
    mapsAt(before.object, 'spec', 'listeners').map((each) => [each.name, textAt(each, 'protocol') ?? '']),
  );
  return mapsAt(after.object, 'spec', 'listeners').flatMap((listener) => {
    const [was, is] = [old.get(listener.name) ?? '', textAt(listener, 'protocol') ?? ''];
    if (!secure.test(was) || secure.test(is)) return [];
    const name = textAt(listener, 'name') ?? '';
    return [tlsRemark(`spec.listeners[${name}].protocol`, `listener ${name} serves without TLS: ${was} → ${is}`)];
  });
}
