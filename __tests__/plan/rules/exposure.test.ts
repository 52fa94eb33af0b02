import { hostGoes } from '../../../lib/plan/rules/host-goes';
import { hostIsExposed } from '../../../lib/plan/rules/host-is-exposed';
import { ingressClassChanges } from '../../../lib/plan/rules/ingress-class-changes';
import { serviceIsExposed } from '../../../lib/plan/rules/service-is-exposed';
import { tlsIsLost } from '../../../lib/plan/rules/tls-is-lost';
import { describePlanRule } from '../support/describe-plan-rule';
import { all, object, service } from '../support/manifests';

const typed = (fields: string, metadata = '') =>
  object('v1', 'Service', 'web', `spec: { selector: { app: web }, ports: [{ port: 80 }], ${fields} }`, metadata);
const balanced = (ranges: string) => typed(`type: LoadBalancer, loadBalancerSourceRanges: [${ranges}]`);
const INTERNAL = 'annotations: { service.beta.kubernetes.io/azure-load-balancer-internal: "true" }';

describePlanRule(serviceIsExposed, {
  accepts: {
    'another port': [service(), service('ports: [{ port: 81 }]')],
    'a Service that is taken back': [typed('type: LoadBalancer'), service()],
    'a Service that becomes headless': ['', typed('clusterIP: None')],
    'fewer addresses': [balanced('10.0.0.0/8, 192.168.0.0/16'), balanced('10.1.0.0/16')],
    'ranges of one that everybody reached': [typed('type: LoadBalancer'), balanced('"0.0.0.0/0"')],
  },
  tells: {
    'a Service that becomes a load balancer': [
      service(),
      typed('type: LoadBalancer'),
      'Service web: warning (exposure): can be reached from outside of the cluster: type ClusterIP → LoadBalancer',
    ],
    'a new one at a port of every node': [
      '',
      typed('type: NodePort'),
      'Service web: warning (exposure): can be reached from outside of the cluster, at a port of every node: type NodePort',
    ],
    'a load balancer inside of the network, as a note': [
      service(),
      typed('type: LoadBalancer', INTERNAL),
      'Service web: note: can be reached from the network around the cluster: type ClusterIP → LoadBalancer',
    ],
    'a load balancer that is no longer inside': [
      typed('type: LoadBalancer', INTERNAL),
      typed('type: LoadBalancer'),
      'Service web: warning (exposure): can be reached from outside of the cluster: its load balancer is no longer internal',
    ],
    'ranges that are removed': [
      balanced('10.0.0.0/8'),
      typed('type: LoadBalancer'),
      'Service web: error (exposure): everybody may connect (0.0.0.0/0): loadBalancerSourceRanges was 10.0.0.0/8',
    ],
    'more ranges': [
      balanced('10.0.0.0/8'),
      balanced('10.0.0.0/8, 203.0.113.0/24'),
      'Service web: warning (exposure): 203.0.113.0/24 may connect too: loadBalancerSourceRanges was 10.0.0.0/8',
    ],
    'the whole internet': [
      balanced('10.0.0.0/8'),
      balanced('"0.0.0.0/0"'),
      'Service web: error (exposure): everybody may connect (0.0.0.0/0): loadBalancerSourceRanges was 10.0.0.0/8',
    ],
    'addresses that every node answers': [
      service(),
      typed('externalIPs: [203.0.113.7]'),
      'Service web: warning (exposure): answers at 203.0.113.7 on every node: externalIPs',
    ],
    'a name that leads elsewhere': [
      service(),
      object('v1', 'Service', 'web', 'spec: { type: ExternalName, externalName: www.example.com }'),
      'Service web: warning (downtime): its name leads to www.example.com now, and no longer to pods',
    ],
  },
});

/** An Ingress of a host with paths. */
function ingress(host: string, paths: readonly string[] = ['/'], rest = '', name = 'web', annotations = ''): string {
  const backend = 'backend: { service: { name: web, port: { number: 80 } } }';
  const list = paths.map((path) => `{ path: ${path}, pathType: Prefix, ${backend} }`).join(', ');
  return object(
    'networking.k8s.io/v1',
    'Ingress',
    name,
    `spec: { rules: [{ host: ${host}, http: { paths: [${list}] } }]${rest && `, ${rest}`} }`,
    annotations && `annotations: { ${annotations} }`,
  );
}
const route = (hosts: string) =>
  object(
    'gateway.networking.k8s.io/v1',
    'HTTPRoute',
    'web',
    `spec: { hostnames: [${hosts}], rules: [{ backendRefs: [{ name: web, port: 80 }] }] }`,
  );

describePlanRule(hostIsExposed, {
  accepts: {
    'the same host': [ingress('a.example.com'), ingress('a.example.com', ['/'], 'tls: [{ hosts: [a.example.com] }]')],
    'a host that moves to another Ingress': [ingress('a.example.com'), ingress('a.example.com', ['/'], '', 'other')],
  },
  tells: {
    'a new Ingress': [
      '',
      ingress('a.example.com'),
      'Ingress web: warning (exposure): a.example.com is served to the outside',
    ],
    'a path': [
      ingress('a.example.com'),
      ingress('a.example.com', ['/', '/admin']),
      'Ingress web: warning (exposure): /admin of a.example.com is served to the outside',
    ],
    'an Ingress for every host': [
      ingress('a.example.com'),
      ingress('a.example.com', ['/'], 'defaultBackend: { service: { name: web, port: { number: 80 } } }'),
      'Ingress web: warning (exposure): every host is served to the outside',
    ],
    'a host of a route': [
      route('a.example.com'),
      route('a.example.com, b.example.com'),
      'HTTPRoute web: warning (exposure): b.example.com is served to the outside',
    ],
    'an IngressRoute of Traefik': [
      '',
      object(
        'traefik.io/v1alpha1',
        'IngressRoute',
        'web',
        'spec: { routes: [{ kind: Rule, match: "Host(`a.example.com`) && PathPrefix(`/api`)", services: [{ name: web, port: 80 }] }] }',
      ),
      'IngressRoute web: warning (exposure): a.example.com is served to the outside',
    ],
  },
});

describePlanRule(hostGoes, {
  accepts: {
    'a host that another Ingress serves': [ingress('a.example.com'), ingress('a.example.com', ['/'], '', 'other')],
    'an Ingress that stays in the cluster': [ingress('a.example.com'), ''],
  },
  tells: {
    'another host': [
      ingress('a.example.com'),
      ingress('b.example.com'),
      'Ingress web: warning (downtime): a.example.com is no longer served',
    ],
    'a path': [
      ingress('a.example.com', ['/', '/api']),
      ingress('a.example.com'),
      'Ingress web: warning (downtime): /api of a.example.com is no longer served',
    ],
  },
});

describePlanRule(
  hostGoes,
  {
    tells: {
      'an Ingress that is deleted': [
        ingress('a.example.com'),
        '',
        'Ingress web: warning (downtime): a.example.com is no longer served',
      ],
    },
  },
  { target: 'flux' },
);

const TLS = 'tls: [{ hosts: [a.example.com], secretName: web-tls }]';
const gateway = (protocol: string) =>
  object(
    'gateway.networking.k8s.io/v1',
    'Gateway',
    'web',
    `spec: { gatewayClassName: x, listeners: [{ name: web, port: 443, protocol: ${protocol} }] }`,
  );

describePlanRule(tlsIsLost, {
  accepts: {
    'another certificate': [
      ingress('a.example.com', ['/'], TLS),
      ingress('a.example.com', ['/'], TLS.replace('web-tls', 'new-tls')),
    ],
    'one certificate for all': [
      ingress('a.example.com', ['/'], TLS),
      ingress('a.example.com', ['/'], 'tls: [{ hosts: ["*.example.com"], secretName: all }]'),
    ],
    'a host that is gone as well': [ingress('a.example.com', ['/'], TLS), ingress('b.example.com')],
    'a second Ingress that has the certificate': [
      ingress('a.example.com', ['/'], TLS),
      all(ingress('a.example.com'), ingress('a.example.com', ['/api'], TLS, 'api')),
    ],
    'a host that never had any': [ingress('a.example.com'), ingress('a.example.com', ['/', '/api'])],
  },
  tells: {
    'a certificate that is removed': [
      ingress('a.example.com', ['/'], TLS),
      ingress('a.example.com'),
      'Ingress web: error (exposure): a.example.com is served without TLS',
    ],
    'visitors that stay without encryption': [
      ingress('a.example.com', ['/'], TLS),
      ingress('a.example.com', ['/'], TLS, 'web', 'nginx.ingress.kubernetes.io/ssl-redirect: "false"'),
      'Ingress web: error (exposure): visitors are no longer sent to HTTPS: nginx.ingress.kubernetes.io/ssl-redirect is false',
    ],
    'a listener of a Gateway': [
      gateway('HTTPS'),
      gateway('HTTP'),
      'Gateway web: error (exposure): listener web serves without TLS: HTTPS → HTTP',
    ],
  },
});

describePlanRule(ingressClassChanges, {
  accepts: {
    'the same class, once by annotation': [
      ingress('a.example.com', ['/'], '', 'web', 'kubernetes.io/ingress.class: nginx'),
      ingress('a.example.com', ['/'], 'ingressClassName: nginx'),
    ],
  },
  tells: {
    'another class': [
      ingress('a.example.com', ['/'], 'ingressClassName: nginx'),
      ingress('a.example.com', ['/'], 'ingressClassName: traefik'),
      'Ingress web: warning (downtime): another controller takes over, at another address: class nginx → traefik',
    ],
    'a class that is removed': [
      ingress('a.example.com', ['/'], 'ingressClassName: nginx'),
      ingress('a.example.com'),
      'Ingress web: warning (downtime): another controller takes over, at another address: class nginx → none, so the default of the cluster',
    ],
  },
});
