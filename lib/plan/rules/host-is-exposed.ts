import type { PlanRule } from '../rule';
import { areServed, byHost, hostName, isServed, routesByHost, routesOf } from './common/hosts';

/** Compares all hosts of all objects, so that one that moves from an object to another is not news. */
export const hostIsExposed: PlanRule = {
  id: 'host-is-exposed',
  what: 'A host or a path is served to the outside that was not before.',
  levels: ['warning'],
  why: 'What was reached inside of the cluster only can be reached by others now.',
  link: 'https://kubernetes.io/docs/concepts/services-networking/ingress/',
  find: ({ after }, whole) => {
    const news = after ? routesOf(after).filter((route) => !isServed(route, whole.before)) : [];
    return byHost(news).map(([host, routes]) => {
      const known = routesByHost(whole.before).has(host);
      const message = known
        ? `${areServed(routes)} served to the outside`
        : `${hostName(host)} is served to the outside`;
      const remedy = 'make sure that the program behind it asks who is there, and that the host is meant to be public';
      return { severity: 'warning', path: routes[0]!.at, message, remedy, risk: 'exposure' };
    });
  },
};
