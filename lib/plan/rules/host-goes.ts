import type { PlanRule } from '../rule';
import { clusterAfter, staysBehind } from './common/cluster';
import { areServed, byHost, hostName, isServed, routesByHost, routesOf } from './common/hosts';

/** Compares all hosts of all objects; an object that nobody deletes goes on serving. */
export const hostGoes: PlanRule = {
  id: 'host-goes',
  what: 'A host or a path is no longer served.',
  levels: ['warning'],
  why: 'Its visitors get an error, or what another host or path serves instead.',
  link: 'https://kubernetes.io/docs/concepts/services-networking/ingress/',
  find: (change, whole) => {
    if (!change.before || (!change.after && staysBehind(change, whole))) return [];
    const after = clusterAfter(whole);
    const lost = routesOf(change.before).filter((route) => !isServed(route, after));
    return byHost(lost).map(([host, routes]) => ({
      severity: 'warning',
      path: change.after && routes[0]!.at,
      message: routesByHost(after).has(host)
        ? `${areServed(routes)} no longer served`
        : `${hostName(host)} is no longer served`,
      remedy: 'keep it until nobody asks for it any more, or redirect it',
      risk: 'downtime',
    }));
  },
};
