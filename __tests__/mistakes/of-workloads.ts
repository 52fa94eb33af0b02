import { Claim, ClaimTemplate, ContainerSidecar, StatefulService, WebService, Worker } from '../../lib';
import { image, mail, type Mistake, web } from './mistake';

/** What goes wrong in a workload: its name, user, ports, replicas, volumes and Service. */
export const OF_WORKLOADS: readonly Mistake[] = [
  {
    when: 'an id is a title and not a name',
    program: (shop) => new WebService(shop, 'Web Shop', web),
    says: `Web Shop: the id 'Web Shop' is no valid name: use lower-case letters, digits and '-', beginning and ending with a letter or digit (such as 'web-shop')`,
  },
  {
    when: 'an id begins with a digit, which a host name of old can not',
    program: (shop) => new WebService(shop, '2fa', web),
    says: `2fa: the name '2fa' begins with a digit, which a Service's can't: begin it with a letter`,
  },
  {
    when: 'two workloads have one id',
    program: (shop) => [new WebService(shop, 'web', web), new Worker(shop, 'web', mail)],
    says: `web: the id is taken in 'shop' already: give one of the two another one`,
  },
  {
    when: 'a workload runs as root',
    program: (shop) => new WebService(shop, 'web', { ...web, user: 0 }),
    says: 'web: user is 0, which is root: use another number',
  },
  {
    when: 'the user is a name',
    // @ts-expect-error
    program: (shop) => new WebService(shop, 'web', { ...web, user: 'nginx' }),
    says: `web: user is 'nginx': use the number, as the node does not know names`,
  },
  {
    when: 'a port is beyond the last',
    program: (shop) => new WebService(shop, 'web', { ...web, port: 70000 }),
    says: `web: port 'http' is 70000: use a whole number from 1 to 65535`,
  },
  {
    when: 'a port is a text, as variables are',
    // @ts-expect-error
    program: (shop) => new WebService(shop, 'web', { ...web, port: '8080' }),
    says: `web: port 'http' is '8080': use a whole number from 1 to 65535`,
  },
  {
    when: 'the name of a port is too long',
    program: (shop) => new Worker(shop, 'mail', { ...mail, ports: { 'administration-1': 8081 } }),
    says: `mail: port 'administration-1' has no valid name: use at most 15 lower-case letters, digits and single '-', with a letter`,
  },
  {
    when: 'a web service has both port and ports',
    // @ts-expect-error
    program: (shop) => new WebService(shop, 'web', { ...web, ports: { admin: 8081 } }),
    says: 'web: has both port and ports: remove one',
  },
  {
    when: 'a web service listens nowhere',
    // @ts-expect-error
    program: (shop) => new WebService(shop, 'web', { image, user: 1000 }),
    says: 'web: has no port: say where it listens, such as port: 8080',
  },
  {
    when: 'the ends of a range are reversed',
    program: (shop) => new WebService(shop, 'web', { ...web, scale: { min: 5, max: 3, targetCpu: 70 } }),
    says: 'web: scale.min (5) must not exceed scale.max (3): raise max or lower min',
  },
  {
    when: 'replicas are set beside an autoscaler',
    // @ts-expect-error
    program: (shop) => new WebService(shop, 'web', { ...web, scale: { min: 1, max: 3, targetCpu: 70, replicas: 2 } }),
    says: 'web: scale has both a range and replicas: the autoscaler sets replicas, so remove it',
  },
  {
    when: 'a prop has the name that Kubernetes gives it',
    // @ts-expect-error
    program: (shop) => new WebService(shop, 'web', { ...web, replicas: 3 }),
    says: `web: WebService has no prop 'replicas': write scale`,
  },
  {
    when: 'a prop is mistyped',
    // @ts-expect-error
    program: (shop) => new Worker(shop, 'mail', { ...mail, placment: { priorityClass: 'low' } }),
    says: `mail: Worker has no prop 'placment': write placement`,
  },
  {
    when: 'a singleton is scaled',
    // @ts-expect-error
    program: (shop) => new Worker(shop, 'mail', { ...mail, singleton: true, scale: 2 }),
    says: 'mail: is a singleton and has scale 2: remove one',
  },
  {
    when: 'an update could replace no pod',
    program: (shop) => new WebService(shop, 'web', { ...web, strategy: { maxSurge: 0 } }),
    says: 'web: strategy has maxSurge 0 and maxUnavailable 0, so no pod could be replaced: raise one',
  },
  {
    when: 'a budget lets no node be drained',
    program: (shop) => new WebService(shop, 'web', { ...web, scale: 2, disruption: { minAvailable: 2 } }),
    says: 'web: disruption.minAvailable (2) leaves no pod of 2 to evict, so no node could be drained: lower it, or run more replicas',
  },
  {
    when: 'a volume does not say how it may be mounted',
    // @ts-expect-error
    program: (shop) => new Claim(shop, 'uploads', { size: '10Gi' }),
    says: `uploads: accessMode is 'undefined': say how the volume may be mounted, with one of ReadWriteOnce, ReadWriteOncePod, ReadWriteMany, ReadOnlyMany`,
  },
  {
    when: 'two replicas share a volume of one node',
    program: (shop) => {
      const uploads = new Claim(shop, 'uploads', { size: '10Gi', accessMode: 'ReadWriteOnce' });
      new WebService(shop, 'web', { ...web, scale: 2 }).mount('/uploads', uploads);
    },
    says: `web: volume 'uploads' is ReadWriteOnce, so one pod can have it, but more run at times (scale 2, strategy RollingUpdate): use accessMode 'ReadWriteMany', or scale 1 and strategy 'Recreate'`,
  },
  {
    when: 'replicas without names have volumes of their own',
    program: (shop) => {
      const data = new ClaimTemplate('data', { size: '10Gi', accessMode: 'ReadWriteOnce' });
      // @ts-expect-error
      new WebService(shop, 'web', web).mount('/data', data);
    },
    says: `web: claim template 'data' needs replicas with names: use a StatefulService, or a Claim`,
  },
  {
    when: 'a stateful service listens nowhere',
    // @ts-expect-error
    program: (shop) => new StatefulService(shop, 'db', { image, user: 1000 }),
    says: 'db: has no ports: name those that it listens on, as its Service needs them',
  },
  {
    when: 'two containers of a pod have one name',
    program: (shop) => new WebService(shop, 'web', web).addSidecar(new ContainerSidecar('web', { image })),
    says: `web: has two containers named 'web': give one another name`,
  },
  {
    when: 'two containers of a pod listen on one port',
    program: (shop) =>
      new WebService(shop, 'web', web).addSidecar(new ContainerSidecar('proxy', { image, ports: { proxy: 8080 } })),
    says: `web: containers 'web' and 'proxy' both listen on 8080/TCP, and share one address: use another number`,
  },
  {
    when: 'the type of a Service is mistyped',
    // @ts-expect-error
    program: (shop) => new WebService(shop, 'web', { ...web, service: { type: 'Nodeport' } }),
    says: `web: service.type is 'Nodeport': use 'ClusterIP', 'NodePort' or 'LoadBalancer'`,
  },
  {
    when: 'a Service of the cluster says how traffic from outside comes',
    program: (shop) => new WebService(shop, 'web', { ...web, service: { externalTrafficPolicy: 'Local' } }),
    says: 'web: service.externalTrafficPolicy is for types NodePort and LoadBalancer, not ClusterIP: remove it, or set the type',
  },
];
