import { referenceIsLost } from '../../../lib/plan/rules/reference-is-lost';
import { serviceWaitsForPods } from '../../../lib/plan/rules/service-waits-for-pods';
import { selectsNothing } from '../../../lib/plan/rules/selects-nothing';
import { targetPortIsLost } from '../../../lib/plan/rules/target-port-is-lost';
import { describePlanRule } from '../support/describe-plan-rule';
import { all, deployment, object, service, shared } from '../support/manifests';

const config = (data: string, name = 'web') => object('v1', 'ConfigMap', name, `data: { ${data} }`);
const READER = deployment('image: web:1, env: [{ name: A, valueFrom: { configMapKeyRef: { name: web, key: A } } }]');
const OPTIONAL = deployment('image: web:1, envFrom: [{ configMapRef: { name: web, optional: true } }]');
const ingress = (port: string, name = 'web') =>
  object(
    'networking.k8s.io/v1',
    'Ingress',
    'web',
    `spec: { rules: [{ host: a.example.com, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: ${name}, port: { ${port} } } } }] } }] }`,
  );
const WEBHOOK = shared(
  'admissionregistration.k8s.io/v1',
  'ValidatingWebhookConfiguration',
  'web',
  'webhooks: [{ name: web.example.com, clientConfig: { service: { name: web, namespace: shop } } }]',
);
const NAMED = service('ports: [{ name: http, port: 80 }]');

describePlanRule(referenceIsLost, {
  accepts: {
    'a ConfigMap that nobody reads': [config('A: "1"'), ''],
    'one that is optional': [all(config('A: "1"'), OPTIONAL), OPTIONAL],
    'one that goes with its reader': [all(config('A: "1"'), READER), ''],
    'what the manifests never had': [READER, READER.replace('web:1', 'web:2')],
    'a key that nobody reads': [all(config('A: "1", B: "2"'), READER), all(config('A: "1"'), READER)],
    'a Secret that a SealedSecret brings from now on': [
      all(
        object('v1', 'Secret', 'db', 'data: { a: YQ== }'),
        deployment('image: web:1, envFrom: [{ secretRef: { name: db } }]'),
      ),
      all(
        object('bitnami.com/v1alpha1', 'SealedSecret', 'db', 'spec: { encryptedData: { a: x } }'),
        deployment('image: web:1, envFrom: [{ secretRef: { name: db } }]'),
      ),
    ],
    'references that follow a new name': [
      all(
        config('A: "1"', 'web-1a2b3c4d'),
        deployment('image: web:1, envFrom: [{ configMapRef: { name: web-1a2b3c4d } }]'),
      ),
      all(
        config('A: "2"', 'web-5e6f7a8b'),
        deployment('image: web:1, envFrom: [{ configMapRef: { name: web-5e6f7a8b } }]'),
      ),
    ],
  },
  tells: {
    'a ConfigMap that stays in the cluster for now': [
      all(config('A: "1"'), READER),
      READER,
      'ConfigMap web: warning (downtime): Deployment web still uses it; it works only as long as the old one stays',
    ],
    'a key that pods need to start': [
      all(config('A: "1"'), READER),
      all(config('B: "1"'), READER),
      'ConfigMap web: error (downtime): key A is gone, and Deployment web still uses it',
    ],
    'a port of a Service that has another name': [
      all(NAMED, ingress('name: http')),
      all(service('ports: [{ name: web, port: 80 }]'), ingress('name: http')),
      'Service web: error (downtime): port http is gone, and Ingress web still uses it',
    ],
    'a port at which the API server calls a webhook': [
      all(service('ports: [{ port: 443 }]'), WEBHOOK),
      all(service('ports: [{ port: 8443 }]'), WEBHOOK),
      'Service web: error (downtime): port 443 is gone, and ValidatingWebhookConfiguration web still uses it',
    ],
    'a backend that leads out of the manifests': [
      all(NAMED, ingress('name: http')),
      all(NAMED, ingress('name: http', 'website')),
      'Ingress web: warning (downtime): Service web → website, which is not in the manifests: depends on whether the cluster has it',
    ],
  },
});

describePlanRule(
  referenceIsLost,
  {
    tells: {
      'a ConfigMap that is deleted': [
        all(config('A: "1"'), READER),
        READER,
        'ConfigMap web: error (downtime): Deployment web still uses it',
      ],
      'a Service that an Ingress leads to': [
        all(NAMED, ingress('name: http')),
        ingress('name: http'),
        'Service web: error (downtime): Ingress web still uses it',
      ],
      'a ServiceAccount': [
        all(
          object('v1', 'ServiceAccount', 'web'),
          deployment('image: web:1', 'replicas: 3', 'serviceAccountName: web'),
        ),
        deployment('image: web:1', 'replicas: 3', 'serviceAccountName: web'),
        'ServiceAccount web: error (downtime): Deployment web still uses it',
      ],
      'the target of an autoscaler': [
        all(
          deployment(),
          object(
            'autoscaling/v2',
            'HorizontalPodAutoscaler',
            'web',
            'spec: { maxReplicas: 5, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }',
          ),
        ),
        object(
          'autoscaling/v2',
          'HorizontalPodAutoscaler',
          'web',
          'spec: { maxReplicas: 5, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }',
        ),
        'Deployment web: error (downtime): HorizontalPodAutoscaler web still uses it',
      ],
    },
  },
  { target: 'argocd' },
);

const FRONT = deployment().replace('labels: { app: web }', 'labels: { app: web, tier: front }');
const BACK = FRONT.replace('tier: front', 'tier: back');
const TIER = service().replace('app: web }', 'tier: front }');
const budget = object(
  'policy/v1',
  'PodDisruptionBudget',
  'web',
  'spec: { maxUnavailable: 1, selector: { matchLabels: { tier: front } } }',
);

describePlanRule(selectsNothing, {
  accepts: {
    'a Service whose pods are there': [all(deployment(), service()), all(deployment('image: web:2'), service())],
    'a Service that never selected anything here': [service(), service('ports: [{ port: 81 }]')],
    'a Service that goes with its pods': [all(deployment(), service()), ''],
    'a Service of pods whose change is refused, if it selects the old ones too': [
      all(deployment(), service()),
      all(deployment().replaceAll('{ app: web }', '{ app: web, tier: front }'), service('ports: [{ port: 81 }]')),
    ],
  },
  tells: {
    'a Service with another selector': [
      all(deployment(), service()),
      all(deployment(), service().replace('app: web }', 'app: website }')),
      'Service web: error (downtime): selects no pod of the manifests any more (app=website): nobody answers at its name',
    ],
    'pods with other labels': [
      all(FRONT, TIER),
      all(BACK, TIER),
      'Deployment web: error (downtime): Service web selects no pod of the manifests any more (tier=front): nobody answers at its name',
    ],
    'a Service that selects neither what stays behind nor anything else': [
      all(deployment(), service()),
      service().replace('app: web }', 'app: website }'),
      'Service web: error (downtime): selects no pod of the manifests any more (app=website): nobody answers at its name',
    ],
    'a Service that follows pods whose change is refused': [
      all(deployment(), service()),
      all(deployment(), service()).replaceAll('{ app: web }', '{ app: website }'),
      'Service web: error (downtime): selects no pod (app=website) as long as Deployment web is rejected: nobody answers at its name',
    ],
    'a Service whose Deployment is left behind': [
      all(deployment(), service()),
      service(),
      'Deployment web: warning (downtime): Service web selects no pod of the manifests any more (app=web); it works only as long as the old pods stay',
    ],
    'a new Service': [
      deployment(),
      all(deployment(), service().replace('app: web }', 'app: website }')),
      'Service web: warning (downtime): selects no pod of the manifests (app=website): nobody answers at its name',
    ],
    'a budget': [
      all(FRONT, budget),
      all(BACK, budget),
      'Deployment web: warning: PodDisruptionBudget web selects no pod of the manifests any more (tier=front): it protects nothing',
    ],
  },
});

const PORTS = 'image: web:1, ports: [{ name: http, containerPort: 8080 }]';
const TARGET = service('ports: [{ port: 80, targetPort: http }]');

describePlanRule(targetPortIsLost, {
  accepts: {
    'a port that is there': [all(deployment(PORTS), TARGET), all(deployment(`${PORTS}, args: [a]`), TARGET)],
    'a port by number': [
      all(deployment(PORTS), service('ports: [{ port: 80, targetPort: 8080 }]')),
      all(deployment(), service('ports: [{ port: 80, targetPort: 8080 }]')),
    ],
    'what was so before': [all(deployment(), TARGET), all(deployment('image: web:2'), TARGET)],
  },
  tells: {
    'a port that has another name': [
      all(deployment(PORTS), TARGET),
      all(deployment(PORTS.replace('http', 'web')), TARGET),
      'Deployment web: error (downtime): Service web sends to port http, which no container has any more',
    ],
    'a Service that asks for another name': [
      all(deployment(PORTS), TARGET),
      all(deployment(PORTS), service('ports: [{ port: 80, targetPort: https }]')),
      'Service web: error (downtime): it sends to port https, which no container has any more',
    ],
  },
});

const BLUE = deployment('image: web:1', 'replicas: 3', '', 'blue');
const GREEN = deployment('image: web:2', 'replicas: 3', '', 'green');
const to = (name: string) => service().replace('app: web }', `app: ${name} }`);
const SET = deployment()
  .replace('kind: Deployment', 'kind: StatefulSet')
  .replace('spec: {', 'spec: { serviceName: web,');

describePlanRule(serviceWaitsForPods, {
  accepts: {
    'a Service that follows pods that are there': [all(BLUE, GREEN, to('blue')), all(BLUE, GREEN, to('green'))],
    'a Service that is new with its pods': ['', all(BLUE, to('blue'))],
    'a Service whose pods come to it': [to('blue'), all(BLUE, to('blue'))],
    'pods that restart': [all(deployment(), service()), all(deployment('image: web:2'), service())],
    'a workload whose old pods stay and have the same labels': [all(deployment(), service()), all(SET, service())],
    'a new workload beside an old one': [
      all(deployment(), service()),
      all(deployment(), deployment().replace('name: web, namespace', 'name: more, namespace'), service()),
    ],
  },
  tells: {
    'a Service that follows a workload to its new name': [
      all(BLUE, to('blue')),
      all(GREEN.replace('web:2', 'web:1'), to('green')),
      'Service web: warning (downtime): selects only pods that are new (app=green): nobody answers at its name until one of them is ready',
    ],
    'a Service that is sent to a workload that is added': [
      all(BLUE, to('blue')),
      all(BLUE, GREEN, to('green')),
      'Service web: warning (downtime): selects only pods that are new (app=green): nobody answers at its name until one of them is ready',
    ],
  },
});

describePlanRule(
  serviceWaitsForPods,
  {
    tells: {
      'a workload of another kind, if the old one is deleted': [
        all(deployment(), service()),
        all(SET, service()),
        'StatefulSet web: warning (downtime): Service web selects only pods that are new (app=web): nobody answers at its name until one of them is ready',
      ],
    },
  },
  { target: 'flux' },
);
